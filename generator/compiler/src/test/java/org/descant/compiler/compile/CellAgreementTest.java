package org.descant.compiler.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.log.NoWarnings;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.VectorLoops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is per matrix, row and column has the interpreter's bits in generated code, for tensors of all shapes. */
class CellAgreementTest {
    /**
     * Rows and columns shorter and longer than a row of terms, and stacks of small and of large matrices. The first have gradients at the index of the values, so that
     * loops take long rows where they are.
     */
    private static final List<List<Integer>> SHAPES = Stream.of(
                    Stream.of(List.of(9, 1100), List.of(2, 3, 600)),
                    Agreement.SOME_SHAPES.stream(),
                    Stream.of(
                            List.of(3, 5, 3, 3),
                            List.of(1),
                            List.of(0, 4),
                            List.of(2, 0, 3),
                            List.of(700),
                            List.of(5, 700),
                            List.of(700, 5),
                            List.of(20, 513),
                            List.of(2, 40, 30),
                            List.of(2, 3, 600),
                            List.of(9, 1100)))
            .flatMap(shapes -> shapes)
            .toList();

    /** Behind what lies beside elements, so that loops go over the elements where they are, or over copies of them. */
    private static final List<List<Integer>> FAR_SHAPES =
            List.of(List.of(1 << 19), List.of(9, 1100), List.of(700, 5), List.of(2, 3, 600), List.of(60, 70));

    /** Rows that are whole vectors and rows that are not, of blocks and less; vectors; and a tensor whose gradient lies at another index. */
    private static final List<List<Integer>> VECTOR_SHAPES = List.of(
            List.of(9, 1100), List.of(3, 4160), List.of(2, 3, 67), List.of(40, 7), List.of(700), List.of(5, 131));

    private static final Pattern OPTIMIZER = Pattern.compile("optimizer (\\w+)");

    static List<String> rules() {
        return List.of("""
                optimizer RowMeans(w, g) {
                  centered = g - mean(g per row)
                  w[t] = w[t-1] - 0.1 * centered
                }
                """, """
                optimizer ByRow(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state m = 0
                  n    = norm(g per row)
                  loud = n > 2
                  m[t] = 0.9 * m[t-1] + g / (1 + n)
                  w[t] = if loud then w[t-1] - lr * m[t] / n else w[t-1] - lr * n * m[t] * n
                }
                """, """
                optimizer ByLastRow(w, g) {
                  matrix last
                  w[t] = g / (1 + norm(g per row))
                }
                optimizer BothRows(w, g) {
                  a    = ByLastRow(w[t-1], g)
                  w[t] = w[t-1] - 0.1 * (a + g / (1 + norm(g per row)))
                }
                """, """
                optimizer SharedInAnElement(w, g) {
                  matrix last
                  u    = if sum(g per matrix) >= 1 then g * sum(g per matrix) else 1
                  w[t] = w[t-1] - 0.1 * u
                }
                """, """
                optimizer ColMeans(w, g) {
                  centered = g - mean(g per col)
                  w[t] = w[t-1] - 0.1 * centered
                }
                """, """
                optimizer Factored(w, g) {
                  hyper lr    = 1e-2 in [0, inf)
                  hyper beta2 = 0.9  in [0, 1)
                  hyper eps   = 1e-8 in [0, inf)
                  r = ema(mean(g^2 + eps per row), beta2)
                  c = ema(mean(g^2 + eps per col), beta2)
                  v = r * c / mean(r)
                  u = g / sqrt(v)
                  w[t] = w[t-1] - lr * u / max(1, rms(u))
                }
                """, """
                optimizer SharedTerms(w, g) {
                  s    = g^2
                  a    = sum(s per row) + amax(s per row) + mean(s) + amin(s per col) + sum(s per col)
                  b    = sum(abs(g)) + mean(abs(g))
                  w[t] = w[t-1] - 0.1 * g / (1 + a + b)
                }
                """, """
                optimizer FactoredByRank(w, g) {
                  hyper lr    = 1e-2 in [0, inf)
                  hyper beta2 = 0.9  in [0, 1)
                  s = g^2 + 1e-8
                  r = ema(mean(s per row), beta2)
                  c = ema(mean(s per col), beta2)
                  full = ema(s, beta2)
                  v = if rank >= 2 then r * c / mean(r) else full
                  u = g / sqrt(v)
                  w[t] = w[t-1] - lr * max(1e-3, rms(w[t-1])) * u / max(1, rms(u))
                }
                """, """
                optimizer Decided(w, g) {
                  hyper lr = 1e-2 in [0, inf)
                  state m = 1
                  large = rank >= 2 and min(rows, cols) >= 3
                  tall  = rows > cols
                  m[t] = 0.9 * m[t-1] + g
                  r = ema(sum(abs(g) per row), 0.5)
                  c = ema(sum(abs(g) per col), 0.5)
                  q = ema(g^2, 0.25)
                  p = ema(g^2, 0.5)
                  total = norm(if tall then q else g per model)
                  x = if large then r + c else (if tall then m[t] else (if 2 > 1 then r else p))
                  w[t] = w[t-1] - lr * g / (1 + abs(x) + total)
                }
                """, """
                optimizer Inner(w, g) {
                  hyper rate = 0.1 in [0, inf)
                  w[t] = w[t-1] - rate * g
                }
                optimizer Late(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state r = 0
                  p    = Inner(w[t-1], g, rate: 2 * lr) when norm(g per model) < 1e9
                  r[t] = r[t-1] + mean(g per row)
                  w[t] = p + 1e-3 * r[t-1]
                }
                """, """
                optimizer LastAxes(w, g) {
                  matrix last
                  hyper lr    = 1e-2 in [0, inf)
                  hyper beta2 = 0.9  in [0, 1)
                  r = ema(mean(g^2 + 1e-8 per row), beta2)
                  c = ema(mean(g^2 + 1e-8 per col), beta2)
                  state p = 1
                  p[t] = 0.5 * p[t-1] + 0.5 * norm(g per matrix)
                  v = r * c / mean(r per matrix)
                  u = g / sqrt(v) + g / (1 + p[t]) + rows / cols
                  w[t] = w[t-1] - lr * u / max(1, rms(u))
                }
                """, """
                optimizer Covered(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state r = 0
                  state c = 0
                  nu   = min(r[t-1], c[t-1]) + g^2
                  r[t] = amax(nu per row)
                  c[t] = amax(nu per col)
                  w[t] = w[t-1] - lr * g / (sqrt(nu) + 1e-8)
                }
                """, """
                optimizer Stored(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state r as bf16 = amax(abs(w[0]) per row)
                  state c = 1 + sum(w[0] per col)
                  r[t] = max(r[t-1], norm1(g per row))
                  c[t] = if amin(c[t-1]) > 0 then c[t-1] / 2 else c[t-1] + mean(g per col)
                  wide = r[t] > 2 * mean(r[t-1])
                  w[t] = (if wide then w[t-1] else w[t-1] - lr * g) - 1e-3 * sqrt(abs(c[t-1]))
                  output r
                  output wide_rows = sum(if wide then 1 else 0)
                  output c_now = c[t] * 2
                }
                """, """
                def part(x) {
                  state a = 1
                  state b = 2
                  a[t] = b[t-1] + mean(x per row)
                  b[t] = a[t-1] + sum(x per row)
                  return a[t]
                }
                optimizer Sometimes(w, g) {
                  r = part(g) when mod(t, 2) == 0
                  s = sum(r per model) + dot(r, r) + amax(r)
                  w[t] = w[t-1] - 0.1 * r * g - 1e-6 * s
                }
                """, """
                optimizer Mixed(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  x = dot(g, w[t-1] per row)
                  y = dot(g, w[t-1] per col)
                  m = amax(abs(g) per matrix)
                  big = m > 1
                  q = sum(x / (1 + m)) + sum(y^2 per model) + mean(x per model) + amin(y per matrix)
                  k = if big then q else m
                  w[t] = w[t-1] - lr * (g - x * w[t-1] / (1 + y^2)) / (1 + abs(k))
                }
                """);
    }

    static Stream<String> rulesOfEach() {
        return rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rulesOfEach")
    void generatedCode_hasTheInterpretersBits(String rule) {
        agree(compile(rule, new JaninoCompiler()), rule);
    }

    @Test
    void whatJavacCompiles_agreesToo() {
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        for (String rule : rules()) {
            agree(compile(rule, javac), rule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ByRow", "FactoredByRank", "SharedTerms", "Covered"})
    void tensorsFarBehindTheFirstElement_haveTheInterpretersBits(String name) {
        String rule = rule(name);
        Compilation compilation = compile(rule, new JaninoCompiler());
        ClassFiles files = compilation.classes().orElseThrow();
        new Agreement(compilation.system().orElseThrow(), files, ElementType.FLOAT, FAR_SHAPES, rule.length()).run(2);
    }

    /** As vector forms, which find elements where they are and all else at another index. */
    @ParameterizedTest
    @ValueSource(strings = {"ByRow", "ByLastRow", "FactoredByRank", "SharedTerms", "Covered", "Decided"})
    void vectorForms_haveTheInterpretersBits(String name) {
        String before = System.getProperty(VectorLoops.PROPERTY, "auto");
        System.setProperty(VectorLoops.PROPERTY, "on");
        try {
            Compilation compilation = compile(rule(name), new JaninoCompiler());
            NoWarnings.during("org.descant.runtime.vectors", () -> run(compilation, name.length()));
        } finally {
            System.setProperty(VectorLoops.PROPERTY, before);
        }
    }

    private static void run(Compilation compilation, int seed) {
        ClassFiles files = compilation.classes().orElseThrow();
        EquationSystem system = compilation.system().orElseThrow();
        for (ElementType type : ElementType.values()) {
            new Agreement(system, files, type, VECTOR_SHAPES, seed).run(3);
        }
    }

    private static String rule(String name) {
        return rules().stream()
                .filter(each -> each.startsWith("optimizer " + name + "("))
                .findFirst()
                .orElseThrow();
    }

    private static Compilation compile(String rule, ClassCompiler compiler) {
        Matcher names = OPTIMIZER.matcher(rule);
        String last = names.results()
                .map(found -> found.group(1))
                .reduce((first, second) -> second)
                .orElseThrow();
        return Descant.compiler().rule(last).backEnd(compiler).run(new SourceText("rule.opt", rule), "compile");
    }

    private static void agree(Compilation compilation, String rule) {
        List<String> problems = new ArrayList<>();
        compilation.diagnostics().forEach(problem -> problems.add(problem.message()));
        ClassFiles files = compilation.classes().orElseThrow(() -> new AssertionError(problems + "\n" + rule));
        for (ElementType type : ElementType.values()) {
            try {
                new Agreement(compilation.system().orElseThrow(), files, type, SHAPES, rule.length()).run(5);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(type + "\n" + files.source().text(), e);
            }
        }
    }
}
