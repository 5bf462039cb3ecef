package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that ask for several gradients, choose their points, read the loss or take inputs have the bits of the interpreter. */
class EvaluationAgreementTest {
    private static final List<String> RULES =
            List.of("""
            optimizer Sharp(w, g) {
              hyper lr = 0.1 in [0, inf)
              hyper mu = 0.9 in [0, 1)
              state m = 0
              s    = grad(w[t-1] + 0.05 * g / (norm(g per model) + 1e-12))
              m[t] = mu * m[t-1] + s
              w[t] = w[t-1] - lr * m[t]
            }
            """, """
            optimizer Forgetful(w, g) {
              a    = grad(1)
              b    = grad(g)
              m    = if a >= 1 then 2 else a
              w[t] = g - m
            }
            """, """
            optimizer LookAhead(w) {
              hyper mu = 0.9 in [0, 1)
              state v = 0
              g    = grad(w[t-1] + mu * v[t-1])
              v[t] = mu * v[t-1] - 0.1 * g
              w[t] = w[t-1] + v[t]
            }
            """, """
            optimizer RungeKutta(w, g) {
              hyper lr = 0.1 in [0, inf)
              b    = grad(w[t-1] - lr / 2 * g)
              c    = grad(w[t-1] - lr / 2 * b)
              d    = grad(w[t-1] - lr * c)
              w[t] = w[t-1] - lr / 6 * (g + 2 * b + 2 * c + d)
            }
            """, """
            optimizer SharpAtTimes(w, g) {
              state m = 0
              e    = g / (norm(g) + 1e-12)
              s    = grad(w[t-1] + 0.05 * e) when mod(t, 3) == 0
              h    = if mod(t, 3) == 0 then s else g
              m[t] = 0.9 * m[t-1] + h + e
              w[t] = w[t-1] - 0.1 * m[t]
            }
            """, """
            optimizer TwoClocks(w, g) {
              a    = grad(w[t-1] + 0.1 * g) when mod(t, 2) == 0
              b    = grad(w[t-1] - 0.1 * a) when mod(t, 3) == 1
              w[t] = w[t-1] - 0.1 * (g + a * norm(b) + b)
            }
            """, """
            optimizer Sharp(w, g) {
              hyper rho = 0.05 in [0, inf)
              s    = grad(w[t-1] + rho * g)
              w[t] = w[t-1] - 0.1 * s
            }
            optimizer Wrapped(w, g) {
              rule inner = Sharp
              state slow = w[0]
              last    = mod(t, 2) == 0
              fast    = inner(w[t-1], g)
              slow[t] = if last then slow[t-1] + 0.5 * (fast - slow[t-1]) else slow[t-1]
              w[t]    = if last then slow[t] else fast
              output slow
            }
            """, """
            optimizer Polyak(w, g) {
              hyper low = 0 in (-inf, inf)
              w[t] = w[t-1] - (loss - low) / (dot(g, g per model) + 1e-8) * g
            }
            """, """
            optimizer LossElsewhere(w) {
              state best = inf
              state d = 0
              g       = grad(w[t-1] + 0.1 * d[t-1])
              d[t]    = g
              best[t] = min(best[t-1], loss)
              w[t]    = w[t-1] - (if loss > best[t] then 0.1 else 0.01) * g
            }
            """, """
            def ema(x, beta) {
              state a = 0
              a[t] = beta * a[t-1] + (1 - beta) * x
              return a[t]
            }
            optimizer Curved(w, g) {
              input h
              m    = ema(g, 0.9)
              v    = ema(h, 0.99) when mod(t, 3) == 1
              w[t] = w[t-1] - 0.1 * clamp(m / max(v, 1e-12), -1, 1)
            }
            """, """
            optimizer Watchful(w, g) {
              input metric per model
              state scale = 1
              scale[t] = if mod(t, 2) == 0 then scale[t-1] * metric else scale[t-1]
              w[t]     = w[t-1] - scale[t] * g
            }
            """, """
            optimizer ThereAndBack(w, g) {
              a    = grad(w[t-1] + g)
              b    = grad(w[t-1])
              w[t] = w[t-1] - 0.1 * (a - b)
            }
            """, """
            optimizer Sometimes(w, g) {
              a    = grad(w[t-1] + g / norm(g per model)) when norm(g per model) > 1
              w[t] = w[t-1] - 0.1 * (a + g)
            }
            """, """
            optimizer Resting(w) {
              g    = grad(w[t-1] - 0.1 * w[t-2]) when mod(t, 2) == 1
              w[t] = w[t-1] - 0.1 * g - 0.01 * g[t-1]
            }
            """, """
            optimizer Rows(w, g) {
              state r = 0
              e    = g / (norm(g per row) + 1e-12)
              s    = grad(w[t-1] + 0.05 * e)
              r[t] = 0.9 * r[t-1] + mean(g * s per row)
              w[t] = w[t-1] - 0.1 * s * r[t] + e
              output gap = s - g
            }
            """, """
            optimizer Plain(w, g) {
              hyper lr = 0.1 in [0, inf)
              w[t] = w[t-1] - lr * g
            }
            optimizer Checked(w, g) {
              h    = grad(w[t-1] + g)
              w[t] = p
              p    = Plain(w[t-1], h, lr: 1 / t) when norm(h per model) > 1
            }
            """);

    static Stream<Arguments> rulesAndCompilers() {
        return RULES.stream()
                .flatMap(rule -> RuleClassesTest.compilers().map(compiler -> Arguments.of(rule, compiler)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndCompilers")
    void rule_agreesAndFailsWithoutATrace(String rule, ClassCompiler compiler) {
        Compilation compilation =
                Descant.compiler().rule(last(rule)).backEnd(compiler).run(new SourceText("rule.opt", rule), "compile");
        assertThat(compilation.diagnostics()).isEmpty();
        for (ElementType type : ElementType.values()) {
            new Agreement(
                            compilation.system().orElseThrow(),
                            compilation.classes().orElseThrow(),
                            type,
                            Agreement.SOME_SHAPES,
                            rule.length())
                    .asksForInputsExactly()
                    .run(7);
        }
    }

    /** The name of the last optimizer in a text; those before it are its parts. */
    private static String last(String rules) {
        String[] parts = rules.split("optimizer ", -1);
        String last = parts[parts.length - 1];
        return last.substring(0, last.indexOf('('));
    }
}
