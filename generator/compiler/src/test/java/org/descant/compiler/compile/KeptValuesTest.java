package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.descant.compiler.Descant;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.junit.jupiter.api.Test;

class KeptValuesTest {
    /** What is kept does not hang on the gradient, so that nothing else makes the loop read that first. */
    private static final String RULE = """
            optimizer Kept(w, g) {
              u    = w[t-1] * 0
              s    = if u <= 1 then 1 else amax(w[t-1] per col)
              w[t] = w[t-1] - g
              m[t] = s
              output m
            }
            """;

    @Test
    void gradient_isReadBeforeWhatIsKeptTakesItsPlace() {
        assertThat(step(Parameters.builder())).containsExactly(0, 0, 0, 0);
        assertThat(step(Parameters.builder().overwriteGradients())).containsExactly(0, 0, 0, 0);
    }

    private static float[] step(ParametersBuilder parameters) {
        float[] w = {1, 2, 3, 4};
        float[] gradient = {1, 2, 3, 4};
        Descant.compile(RULE)
                .create(parameters.tensor("w", w, gradient, 2, 2).build())
                .step();
        return w;
    }
}
