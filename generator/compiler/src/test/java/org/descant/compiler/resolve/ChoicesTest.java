package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.descant.compiler.model.ModelPrinter;
import org.junit.jupiter.api.Test;

/** Options, gradients, pasts, outputs. */
class ChoicesTest {
    private static final String AMSGRAD = """
            optimizer A(w, g) {
              option amsgrad = false
              option n = 1
              state vmax = 0
              v = ema(g^2, 0.9)
              plain = not amsgrad
              vmax[t] = max(vmax[t-1], v)
              second = if plain or n > 5 then v else vmax[t]
              w[t] = w[t-1] - g[t-n] / second
            }
            """;

    @Test
    void option_thatIsOff_takesWhatOnlyItNeedsAlong() {
        assertThat(Rules.print(AMSGRAD)).isEqualTo("""
                        rule A
                          option amsgrad = false
                          option n = 1
                          declared v: starts 0, next v
                          history g[t-1]: starts 0, next gradient(0)
                          gradient 0 at weight
                          v.x = gradient(0)^2
                          v = (0.9 * previous(v)) + ((1 - 0.9) * v.x)
                          second = v
                          w = weight - (previous(g[t-1]) / second)
                          result w
                        """);
    }

    @Test
    void option_thatIsChosen_isSet() {
        assertThat(ModelPrinter.print(Rules.resolve(AMSGRAD, Map.of("amsgrad", "true", "n", "2"))))
                .isEqualTo("""
                        rule A
                          option amsgrad = true
                          option n = 2
                          declared vmax: starts 0, next vmax
                          declared v: starts 0, next v
                          history g[t-1]: starts 0, next gradient(0)
                          history g[t-2]: starts 0, next previous(g[t-1])
                          gradient 0 at weight
                          v.x = gradient(0)^2
                          v = (0.9 * previous(v)) + ((1 - 0.9) * v.x)
                          vmax = max(previous(vmax), v)
                          second = vmax
                          w = weight - (previous(g[t-2]) / second)
                          result w
                        """);
    }

    @Test
    void option_thatIsUnknownOrOfTheWrongKind_isReported() {
        assertThat(Rules.messages(AMSGRAD, Map.of("amsgad", "true")))
                .containsExactly("1: the rule 'A' has no option 'amsgad' that can be chosen; did you mean 'amsgrad'?");
        assertThat(Rules.messages(AMSGRAD, Map.of("amsgrad", "1")))
                .containsExactly("2: the option 'amsgrad' is true or false, and '1' was chosen");
        assertThat(Rules.messages(AMSGRAD, Map.of("n", "many")))
                .containsExactly("3: the option 'n' is an integer, and 'many' was chosen");
        assertThat(Rules.messages(AMSGRAD, Map.of("n", "-2147483648")))
                .containsExactly("3: the option 'n' is an integer of 32 bits, from -2147483647 to 2147483647, and"
                        + " '-2147483648' was chosen");
    }

    @Test
    void cycle_inABranchThatIsNotTaken_isNone() {
        String rule = """
                optimizer A(w, g) {
                  option loop = false
                  a = if loop then b else g
                  b = 2 * a
                  w[t] = w[t-1] - b
                }
                """;

        assertThat(Rules.messages(rule, Map.of())).isEmpty();
        assertThat(Rules.messages(rule, Map.of("loop", "true")))
                .containsExactly("3: these names need each other on the same step: a → b → a; "
                        + "read one of them as it was a step before: a[t-1]");
    }

    @Test
    void ruleInABranchThatIsNotTaken_goesWithItsStatesGradientsAndChecks() {
        String rule = """
                optimizer Own(w) {
                  hyper lr = 0.1 in [0, 1]
                  state s = 0
                  h = grad(w[t-1] + 1)
                  s[t] = s[t-1] + h
                  w[t] = w[t-1] - lr * h
                  output s
                }
                optimizer A(w, g) {
                  option on = false
                  p = Own(w[t-1], lr: 1 / t)
                  w[t] = if on then p else w[t-1] - g
                }
                """;

        assertThat(Rules.print(rule)).isEqualTo("""
                        rule A
                          option on = false
                          gradient 0 at weight
                          w = weight - gradient(0)
                          result w
                        """);
    }

    @Test
    void gradients_areMadeByDependencyThenByPlace() {
        assertThat(Rules.print("""
                        optimizer A(w) {
                          second = grad(w[t-1] + first)
                          first = grad(w[t-1])
                          third = grad(w[t-1] - 1) when t > 1
                          w[t] = w[t-1] - second - third * loss
                        }
                        """)).isEqualTo("""
                        rule A
                          held third: starts 0, next gradient(2) when third#when
                          gradient 0 at weight
                          gradient 1 at weight + first
                          gradient 2 at weight - 1 when third#when
                          first = gradient(0)
                          second = gradient(1)
                          third#when = t > 1
                          third = if third#when then gradient(2) else previous(third)
                          w = (weight - second) - (third * loss)
                          result w
                        """);
    }

    @Test
    void headerGradient_isTheFirstEvaluation() {
        assertThat(Rules.print("optimizer A(w, g) {\n h = grad(w[t-1] - g)\n w[t] = w[t-1] - h\n}\n"))
                .isEqualTo("""
                        rule A
                          gradient 0 at weight
                          gradient 1 at weight - gradient(0)
                          h = gradient(1)
                          w = weight - h
                          result w
                        """);
    }

    @Test
    void pasts_areShiftRegistersWithTheirStarts() {
        assertThat(Rules.print("""
                        optimizer A(theta, g) {
                          hyper lr = 0.1
                          state m as bf16 = 3
                          m[t] = m[t-3] + g[t-2]
                          low = m[t] < 0
                          theta[t] = theta[t-3] - theta[0] + (if low[t-1] then lr[t-1] else theta[t-1])
                        }
                        """)).isEqualTo("""
                        rule A
                          hyper lr = 0.1
                          declared m as bf16: starts 3, next m
                          history m[t-2] as bf16: starts 3, next previous(m)
                          history m[t-3] as bf16: starts 3, next previous(m[t-2])
                          history g[t-1]: starts 0, next gradient(0)
                          history g[t-2]: starts 0, next previous(g[t-1])
                          history theta[t-2]: starts weight, next weight
                          history theta[t-3]: starts weight, next previous(theta[t-2])
                          origin theta[0]: starts weight, next previous(theta[0])
                          history low[t-1]: starts 0, next if low then 1 else 0
                          history lr[t-1]: starts 0, next lr
                          gradient 0 at weight
                          m = previous(m[t-3]) + previous(g[t-2])
                          low = m < 0
                          theta = (previous(theta[t-3]) - previous(theta[0])) + (if previous(low[t-1]) != 0 then previous(lr[t-1]) else weight)
                          result theta
                        """);
    }

    @Test
    void outputOfAState_isItsValueAfterTheStep() {
        assertThat(Rules.print(averaged("output average = fast.average")))
                .isEqualTo(Rules.print(averaged("output average = fast.average[t]"))
                        .replace("fast.average[t]", "fast.average"));
    }

    private static String averaged(String output) {
        return """
                def averaged(x) {
                  state average = 0
                  state other = 0
                  average[t] = average[t-1] + x
                  other[t] = average[t] + other[t-1]
                  return other[t]
                }
                optimizer A(w, g) {
                  fast = averaged(g)
                  w[t] = w[t-1] - fast
                  %s
                }
                """.formatted(output);
    }

    @Test
    void outputs_areStatesAsTheyAreOrKept() {
        assertThat(Rules.print("""
                        optimizer A(w, g) {
                          state s = w[0]
                          s[t] = s[t-1] + g
                          m = ema(g, 0.9)
                          d = debiased_ema(g, 0.9)
                          w[t] = w[t-1] - m - d
                          output s
                          output m
                          output d
                          output size = norm(w[t])
                        }
                        """)).isEqualTo("""
                        rule A
                          declared s: starts weight, next s
                          declared m: starts 0, next m
                          declared d: starts 0, next d.a
                          output d#output: starts 0, next d
                          output size: starts 0, next size
                          gradient 0 at weight
                          s = previous(s) + gradient(0)
                          m = (0.9 * previous(m)) + ((1 - 0.9) * gradient(0))
                          d.a = (0.9 * previous(d)) + ((1 - 0.9) * gradient(0))
                          d = d.a / (1 - (0.9 ^ t))
                          w = (weight - m) - d
                          size = norm(w)
                          output s is s
                          output m is m
                          output d is d#output
                          output size is size
                          result w
                        """);
    }

    @Test
    void powers_withTheNumeralsTwoToFour_areProducts() {
        assertThat(Rules.print("optimizer A(w, g) {\n w[t] = w[t-1] - g^2 - g^3.0 - g^4 - g^5 - g^(1 + 1) - 2^-1\n}\n"))
                .contains(
                        "w = (((((weight - (gradient(0)^2)) - (gradient(0)^3)) - (gradient(0)^4)) - (gradient(0) ^ 5))"
                                + " - (gradient(0) ^ (1 + 1))) - (2 ^ -1)");
    }

    @Test
    void schedule_byItself_isARuleWithItsValueAsOutput() {
        assertThat(Rules.printSchedule("""
                        schedule fall(k, base = 0.1, total = 10, half = base / 2) {
                          x = k / total
                          return max(base - x, half)
                        }
                        """, "fall")).isEqualTo("""
                        rule fall
                          hyper base = 0.1
                          hyper total = 10.0
                          output fall: starts 0, next fall
                          fall.k = t - 1
                          fall.x = fall.k / total
                          fall = max(base - fall.x, base / 2)
                          w = weight
                          output fall is fall
                          result w
                        """);
    }
}
