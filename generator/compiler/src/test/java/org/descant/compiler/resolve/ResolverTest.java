package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
    @Test
    void resolve_adam_readsStatesAtTheirTimes() {
        assertThat(Rules.print("""
                        optimizer Adam(w, g) {
                          hyper lr    = 1e-3  in [0, inf)
                          hyper beta1 = 0.9   in [0, 1)
                          hyper beta2 = 0.999 in [0, 1)
                          hyper eps   = 1e-8  in [0, inf)
                          state m = 0
                          state v = 0
                          w[t] = w[t-1] - lr * mhat / (sqrt(vhat) + eps)
                          m[t] = beta1 * m[t-1] + (1 - beta1) * g
                          v[t] = beta2 * v[t-1] + (1 - beta2) * g^2
                          mhat = m[t] / (1 - beta1^t)
                          vhat = v[t] / (1 - beta2^t)
                        }
                        """)).isEqualTo("""
                        rule Adam
                          hyper lr = 0.001 in [0, inf)
                          hyper beta1 = 0.9 in [0, 1)
                          hyper beta2 = 0.999 in [0, 1)
                          hyper eps = 1.0E-8 in [0, inf)
                          declared m: starts 0, next m
                          declared v: starts 0, next v
                          gradient 0 at weight
                          m = (beta1 * previous(m)) + ((1 - beta1) * gradient(0))
                          mhat = m / (1 - (beta1 ^ t))
                          v = (beta2 * previous(v)) + ((1 - beta2) * (gradient(0)^2))
                          vhat = v / (1 - (beta2 ^ t))
                          w = weight - ((lr * mhat) / (sqrt(vhat) + eps))
                          result w
                        """);
    }

    @Test
    void resolve_twoAveragesAndADerivation_writesThemOutUnderTheNamesOfTheirEquations() {
        assertThat(Rules.print("""
                        optimizer AdamW(w, g) {
                          hyper lr = 1e-3
                          hyper beta1 = 0.9
                          hyper beta2 = 0.999
                          option amsgrad = false
                          state vmax = 0
                          m = ema(g, beta1)
                          v = ema(g^2, beta2)
                          vmax[t] = max(vmax[t-1], v)
                          second = if amsgrad then vmax[t] else v
                          w[t] = w[t-1] - lr * (m / (1 - beta1^t)) / (sqrt(second / (1 - beta2^t)) + 1e-8)
                        }
                        optimizer B = AdamW(amsgrad: true, beta1 = 0.95, lr: cosine(t - 1, base: 3e-4))
                        """)).isEqualTo("""
                        rule B
                          hyper beta1 = 0.95
                          hyper beta2 = 0.999
                          declared vmax: starts 0, next vmax
                          declared m: starts 0, next m
                          declared v: starts 0, next v
                          gradient 0 at weight
                          lr#cosine.k = t - 1
                          lr = 0 + ((3.0E-4 - 0) * ((0.5 * (1 + cos((3.141592653589793 * min(lr#cosine.k, 1000)) / 1000))) ^ 1))
                          m = (beta1 * previous(m)) + ((1 - beta1) * gradient(0))
                          v.x = gradient(0)^2
                          v = (beta2 * previous(v)) + ((1 - beta2) * v.x)
                          vmax = max(previous(vmax), v)
                          second = vmax
                          w = weight - ((lr * (m / (1 - (beta1 ^ t)))) / (sqrt(second / (1 - (beta2 ^ t))) + 1.0E-8))
                          result w
                        """);
    }

    @Test
    void resolve_aFileWithAWrongDef_failsEvenIfNothingAppliesIt() {
        assertThat(Rules.messages("def f(x) = y\noptimizer A(w, g) { w[t] = w[t-1] - g }\n", Map.of()))
                .containsExactly(
                        "1: there is no 'y' in this def; a def sees only its parameters; pass it in: def f(x, y)");
    }

    @Test
    void resolve_aNameThatIsNoOptimizer_isReported() {
        assertThat(Rules.messagesOf("def f(x) = x\n", "f")).containsExactly("1: 'f' is a def, not an optimizer");
        assertThat(Rules.messagesOf("def f(x) = x\n", "A")).containsExactly("1: this file has no optimizer 'A'");
        String two = "optimizer First(w, g) { w[t] = w[t-1] - g }\noptimizer Other = First()\n";
        assertThat(Rules.messagesOf(two, "C"))
                .containsExactly("1: this file has no optimizer 'C'; there are First, Other");
        assertThat(Rules.messagesOf(two, "othr"))
                .containsExactly("1: this file has no optimizer 'othr'; did you mean 'Other'?");
    }
}
