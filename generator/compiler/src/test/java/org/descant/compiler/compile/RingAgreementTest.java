package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule remembers at several ages has the interpreter's bits in generated code, where the ages take turns in the same arrays: on every
 * clock, for every shape, and when state is copied out and in between any two steps.
 */
class RingAgreementTest {
    private static final List<List<Integer>> SHAPES = Stream.concat(
                    Agreement.SOME_SHAPES.stream(), Stream.of(List.of(3, 5, 3, 3), List.of(9, 600), List.of(2, 40, 30)))
            .toList();

    static List<String> rules() {
        return List.of("""
                optimizer Origins(w, g) {
                  state a = w[0]
                  state b = 1
                  state c = 2
                  a[t] = a[t-1]
                  b[t] = a[t-1]
                  c[t] = b[t-1]
                  w[t] = w[t-1] - 0.1 * (g + a[t] + b[t-1] + c[t-1])
                }
                """, """
                optimizer Delayed(w, g) {
                  option delay = 5
                  w[t] = w[t-1] - 0.1 * g[t-delay]
                }
                """, """
                optimizer Window(w, g) {
                  w[t] = w[t-1] - 0.1 * (g + g[t-1] + g[t-2] + g[t-3] + g[t-4]) / 5
                }
                """, """
                optimizer Paths(w, g) {
                  state m = 0.5
                  state s as bf16 = w[0]
                  m[t] = 0.9 * m[t-1] + g - 0.1 * m[t-4]
                  s[t] = 0.5 * s[t-3] + g
                  w[t] = w[t-1] - 0.1 * m[t] + 0.3 * (w[t-2] - w[t-5]) + 0.01 * (w[0] - s[t-2])
                }
                """, """
                optimizer Crossing(w, g) {
                  state a = 1
                  state b = 2
                  state c = 3
                  a[t] = b[t-1]
                  b[t] = a[t-1]
                  c[t] = a[t-1] + g
                  w[t] = w[t-1] - 0.1 * c[t] * b[t-1]
                }
                """, """
                optimizer ByHand(w, g) {
                  state first  = 1
                  state second = 2
                  state third  = w[0]
                  state twin   = 4
                  first[t]  = g + 0.1 * third[t-1]
                  second[t] = first[t-1]
                  third[t]  = second[t-1]
                  twin[t]   = first[t-1]
                  w[t] = w[t-1] - 0.1 * third[t] - 0.01 * twin[t-1] * second[t]
                }
                """, """
                optimizer Rows(w, g) {
                  r = mean(g^2 per row)
                  c = sum(abs(g) per col)
                  q = norm(g per matrix)
                  k = norm(g per model)
                  w[t] = w[t-1] - g / (1 + r[t-3] + r[t-1] + c[t-2] + q[t-2] + k[t-3] + norm(r[t-2] per tensor))
                }
                """, """
                optimizer Stacks(w, g) {
                  matrix last
                  r = mean(g^2 per row)
                  q = amax(abs(g) per matrix)
                  w[t] = w[t-1] - g / (1 + r[t-2] + r[t-4] * q[t-1] + q[t-3])
                }
                """, """
                optimizer ByRank(w, g) {
                  u = if rank >= 2 then g[t-3] else g[t-1]
                  r = mean(g^2 per row)
                  v = if rank >= 2 then r[t-3] else g[t-2]^2
                  w[t] = w[t-1] - 0.1 * u / (1 + sqrt(v))
                }
                """, """
                optimizer NotBySize(w, g) {
                  u = if numel > 16 then g[t-4] else 0
                  w[t] = w[t-1] - 0.1 * (g + u)
                }
                """, """
                optimizer Inner(w, g) {
                  w[t] = w[t-1] - 0.1 * g[t-2] + 0.3 * (w[t-1] - w[t-3])
                }
                optimizer Accumulated(w, g) {
                  rule inner = Inner
                  state s = 0
                  hyper sharp = 0.5 in [0, 1)
                  last = mod(t, 3) == 0
                  s[t] = (if last then 0 else s[t-1]) + g
                  w[t] = inner(w[t-1], s[t] + g[t-2]) when last
                }
                """, """
                optimizer Inner(w, g) {
                  state m = 0
                  m[t] = 0.5 * m[t-1] + g
                  w[t] = w[t-1] - 0.1 * m[t-3] + 0.01 * w[0]
                }
                optimizer BySize(w, g) {
                  rule inner = Inner
                  calm = norm(g per model) < 3
                  z    = inner(w[t-1], g) when calm
                  u    = clip(g) when not calm
                  w[t] = z - 0.01 * (g[t-2] + u[t-2])
                }
                def clip(x) {
                  return clamp(x[t-2], -1, 1) + x[t-1]
                }
                """, """
                optimizer Inner(w, g) {
                  w[t] = w[t-1] - 0.1 * (2 * g - g[t-1])
                }
                optimizer Lookahead(w, g) {
                  rule inner = Inner
                  state slow = w[0]
                  fast    = inner(w[t-1], g)
                  sync    = mod(t, 4) == 0
                  slow[t] = if sync then slow[t-1] + 0.5 * (fast - slow[t-1]) else slow[t-1]
                  w[t]    = if sync then slow[t] + 0.1 * (slow[t-2] - slow[t-3]) else fast
                }
                """, """
                optimizer Anchored(w, g) {
                  state anchor = w[0]
                  fresh     = mod(t, 3) == 1
                  anchor[t] = if fresh then w[t-1] else anchor[t-1]
                  full      = grad(w[t-2]) when fresh
                  there     = grad(anchor[t])
                  w[t]      = w[t-1] - 0.1 * (g - there + full + full[t-2] - there[t-3])
                }
                """, """
                optimizer Twice(w) {
                  a    = grad(w[t-1])
                  b    = grad(w[t-1] - 0.1 * a[t-2])
                  w[t] = w[t-1] - 0.1 * (a[t-1] + b + b[t-4]) / (1 + norm(a) + norm(b[t-1] per model))
                  output ahead = w[t-2] - b[t-2]
                }
                """, """
                optimizer Early(w, g) {
                  state m = 0
                  m[t] = 0.9 * m[t-1] + g * exp(-g^2)
                  n    = norm(m[t] per model)
                  w[t] = w[t-1] - 0.1 * m[t] / (1 + n) * (1 + norm(m[t-1]))
                  output old = m[t-2]
                  output new = m[t] + w[t]
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_hasTheInterpretersBits(String rule) {
        Compilation compilation = Descant.compiler().rule(last(rule)).run(new SourceText("rule.opt", rule), "compile");
        assertThat(compilation.classes())
                .describedAs(compilation.diagnostics().toString())
                .isPresent();
        ClassFiles files = compilation.classes().orElseThrow();
        for (ElementType type : ElementType.values()) {
            new Agreement(compilation.system().orElseThrow(), files, type, SHAPES, rule.length())
                    .changesHands()
                    .run(14);
        }
    }

    /** The name of the last optimizer in a text; those before it are its parts. */
    private static String last(String rules) {
        String[] parts = rules.split("optimizer ", -1);
        String last = parts[parts.length - 1];
        return last.substring(0, last.indexOf('('));
    }
}
