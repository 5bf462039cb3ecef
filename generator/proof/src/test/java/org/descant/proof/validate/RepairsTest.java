package org.descant.proof.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.subject.TestedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes made by hand in Adam: each is told the line that mends it. */
class RepairsTest {
    private static final String ADAM = """
            optimizer Adam(w, g) {
              hyper lr           = 1e-3  in [0, inf)
              hyper beta1        = 0.9   in [0, 1)
              hyper beta2        = 0.999 in [0, 1)
              hyper eps          = 1e-8  in [0, inf)
              hyper weight_decay = 0     in [0, inf)
              option maximize = false
              state m = 0
              state v = 0
              h    = (if maximize then -g else g) + weight_decay * w[t-1]
              m[t] = beta1 * m[t-1] + (1 - beta1) * h
              v[t] = beta2 * v[t-1] + (1 - beta2) * h^2
              mhat = m[t] / (1 - beta1^t)
              vhat = v[t] / (1 - beta2^t)
              w[t] = w[t-1] - lr * mhat / (sqrt(vhat) + eps)
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eps under the root        | (sqrt(vhat) + eps)        | sqrt(vhat + eps)          | seed000-adam
            ascent                    | w[t-1] - lr               | w[t-1] + lr               | seed000-adam
            one mean forgets its past | beta1 * m[t-1]            | beta1 * m[t-2]            | seed000-adam
            t counts from 0           | m[t] / (1 - beta1^t)      | m[t] / (1 - beta1^(t-1))  | seed001-adam
            before for after          | vhat = v[t]               | vhat = v[t-1]             | seed001-adam
            another beta              | (1 - beta1) * h           | (1 - beta2) * h           | seed000-adam
            decay decoupled           | lr * mhat                 | lr * weight_decay * w[t-1] - lr * mhat | seed000-adam-l2
            betas swapped             | beta1 * m[t-1] + (1 - beta1) | beta2 * m[t-1] + (1 - beta2) | seed000-adam
            first mean not corrected  | mhat = m[t] / (1 - beta1^t) | mhat = m[t]             | seed000-adam
            second mean not corrected | vhat = v[t] / (1 - beta2^t) | vhat = v[t]             | seed000-adam
            square dropped            | h^2                       | h                         | seed000-adam
            root dropped              | sqrt(vhat)                | vhat                      | seed000-adam
            factor dropped            | (1 - beta2) * h^2         | h^2                       | seed000-adam
            eps dropped               | (sqrt(vhat) + eps)        | sqrt(vhat)                | seed000-adam
            weights exchanged         | beta1 * m[t-1] + (1 - beta1) * h | (1 - beta1) * m[t-1] + beta1 * h | seed000-adam
            """)
    void mistake_isToldTheLineThatMendsIt(String mistake, String right, String wrong, String recording) {
        String text = ADAM.replace(right, wrong);
        if (mistake.equals("decay decoupled")) {
            text = text.replace(" + weight_decay * w[t-1]\n", "\n");
        }
        TestedRule rule = TestedRule.of(Descant.compiler(), new SourceText("test.opt", text));

        String repair = new Repairs(RecordedRun.of(rule, Recordings.trajectory(recording), Map.of()), Set.of()).text();

        assertThat(repair).as(mistake).startsWith("the recording is reproduced with this change:\n  - ");
    }

    @Test
    void firstStep_thatIsNoExceptionInTheRule_isMadeOne() {
        TestedRule adan = TestedRule.of(Descant.compiler(), new SourceText("adan.opt", """
                optimizer Adan(w, g) {
                  hyper lr           = 1e-3 in [0, inf)
                  hyper beta1        = 0.98 in [0, 1)
                  hyper beta2        = 0.92 in [0, 1)
                  hyper beta3        = 0.99 in [0, 1)
                  hyper eps          = 1e-8 in [0, inf)
                  hyper weight_decay = 0    in [0, inf)
                  state q = 0
                  m    = ema(g, beta1)
                  d    = g - g[t-1]
                  v    = ema(d, beta2)
                  q[t] = beta3 * q[t-1] + (1 - beta3) * (g + beta2 * d)^2
                  s    = sqrt(q[t] / (1 - beta3^t)) + eps
                  u    = lr / (1 - beta1^t) * m / s + lr * beta2 / (1 - beta2^t) * v / s
                  w[t] = (w[t-1] - u) / (1 + lr * weight_decay)
                }
                """));
        RecordedRun run = RecordedRun.of(adan, Recordings.trajectory("adan-timm"), Map.of());

        assertThat(new Validator(List.of())
                        .recorded("Adan", run)
                        .checks()
                        .get(0)
                        .message())
                .isEqualTo("""
                        recorded is n, which the rule does not have under that name; it has q: where two are the same, say so, as in --set q=n

                        the recording is reproduced with this change:
                          - d = g - g[t-1]
                          + d = if t == 1 then 0 else g - g[t-1]""");
    }
}
