package org.descant.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.Optimizer;
import org.descant.runtime.OptionDescription;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescantTest {
    private static final String SGD = """
            /// Gradient descent.
            optimizer SGD(w, g) {
              hyper lr = 0.5 in [0, inf)
              option uphill = false
              w[t] = if uphill then w[t-1] + lr * g else w[t-1] - lr * g
            }
            """;

    private static final String DECAY = """
            optimizer Decay(w, g) {
              hyper decay = 0.5 in [0, inf)
              w[t] = w[t-1] * (1 - decay * decay) - g
            }
            """;

    private final double[] w = {1, 2};
    private final Parameters parameters =
            Parameters.builder().tensor("w", w, new double[] {1, 1}, 2).build();

    @Test
    void text_becomesAnOptimizer() {
        Optimizer sgd = Descant.compile(SGD).create(parameters);
        sgd.set("lr", 0.25);
        sgd.step();
        assertThat(w).containsExactly(0.75, 1.75);
    }

    @Test
    void hyperparameters_namedAsConstantsOfTheClass_areTakenApart() {
        String rule = """
                optimizer LR(w, g) {
                  hyper lr = 0.5 in [0, inf)
                  hyper LR = 0.25 in [0, inf)
                  hyper DESCRIPTION = 2 in [0, inf)
                  hyper LR2 = 1 in [0, inf)
                  w[t] = w[t-1] - lr * LR * DESCRIPTION * LR2 * g
                }
                """;
        for (ClassCompiler compiler :
                List.of(new JaninoCompiler(), JavacCompiler.ofThisJdk().orElseThrow())) {
            w[0] = 1;
            Optimizer optimizer =
                    Descant.compiler().backEnd(compiler).compile(rule).create(parameters);
            optimizer.set("LR", 0.5);
            optimizer.set("LR2", 0.25);
            optimizer.step();
            assertThat(w[0]).isEqualTo(0.875);
        }
    }

    @Test
    void defaultThatIsMinusZero_keepsItsSign() {
        CompiledRule rule = Descant.compile("optimizer A(w, g) { hyper lr = -0 in [-1, 1] w[t] = w[t-1] - lr * g }");
        assertThat(1 / rule.description().hypers().get(0).defaultValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    @SuppressWarnings("NullAway") // callers may be compiled without it
    void null_isNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Descant.compile((String) null))
                .withMessage("the text is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Descant.compile((Path) null))
                .withMessage("the file is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Descant.schedule(null))
                .withMessage("the name is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Descant.compiler().option("amsgrad", null))
                .withMessage("the value of the option amsgrad is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Descant.schedule("cosine").create(null))
                .withMessage("cosine: the values are null");
    }

    @Test
    void packageName_thatIsNone_isRefusedAtTheCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descant.compiler().packageName("a b"))
                .withMessage("'a b' is not the name of a Java package");
    }

    @Test
    void file_becomesAnOptimizer(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sgd.opt"), SGD);
        Descant.compile(file).create(parameters).step();
        assertThat(w).containsExactly(0.5, 1.5);
    }

    @Test
    void option_isChosenWhenTheRuleIsCompiled() {
        CompiledRule uphill = Descant.compiler().option("uphill", "true").compile(SGD);
        uphill.create(parameters).step();
        assertThat(w).containsExactly(1.5, 2.5);
        assertThat(uphill.description().options()).containsExactly(new OptionDescription("uphill", "true"));
        assertThat(uphill.source()).contains("<p>Compiled with uphill = true.");
    }

    @Test
    void javac_doesAsJaninoDoes() {
        RuleCompiler javac =
                Descant.compiler().backEnd(JavacCompiler.ofThisJdk().orElseThrow());
        javac.compile(SGD).create(parameters).step();
        assertThat(w).containsExactly(0.5, 1.5);
    }

    @Test
    void wrongRule_isRefusedWithAllThatIsWrong() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compile("""
                        optimizer SGD(w, g) {
                          hyper lr = 0.5 in [0, inf)
                          w[t] = w[t-1] - lr * rate * g + other
                        }
                        """))
                .withMessage("""
                        <text>:3:24: error: there is no 'rate' in this rule
                              w[t] = w[t-1] - lr * rate * g + other
                                                   ^^^^
                          = declare it, as in hyper rate = 0.1, or define it by an equation, rate = …

                        <text>:3:35: error: there is no 'other' in this rule
                              w[t] = w[t-1] - lr * rate * g + other
                                                              ^^^^^
                          = declare it, as in hyper other = 0.1, or define it by an equation, other = …
                        """);
    }

    @Test
    void moreThanAMethodTakes_isRefusedByThePlanAlone() {
        String pasts = IntStream.rangeClosed(1, 260)
                .mapToObj(age -> " - g[t-" + age + "]")
                .collect(Collectors.joining());
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compile("optimizer Long(w, g) {\n  w[t] = w[t-1]" + pasts + "\n}\n"))
                .withMessageContaining(
                        "error: the rule 'Long' has 261 arrays and 0 numbers in one loop, more than the 255"
                                + " that a Java method takes\n")
                .withMessageContaining("  = keep fewer states, or make several rules of it\n");
    }

    @Test
    void fileOfSeveralRules_wantsAName() {
        String two = SGD + "optimizer Slow = SGD(lr = 0.125)\n";
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compile(two))
                .withMessageContaining("this file defines the optimizers 'SGD', 'Slow'");
        Descant.compiler().rule("Slow").compile(two).create(parameters).step();
        assertThat(w).containsExactly(0.875, 1.875);
    }

    @Test
    void fileOfSeveralRules_meansItsNamesake(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("slow.opt"), SGD + "optimizer Slow = SGD(lr = 0.125)\n");
        assertThat(Descant.compile(file).description().name()).isEqualTo("Slow");
    }

    @Test
    void fileWithoutARule_isAnError() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compile("def half(x) = x / 2\n"))
                .withMessageContaining("this file defines no optimizer");
    }

    @Test
    void nameInPlaceOfAText_isAnErrorThatNamesBothWays() {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> Descant.compile("adam"))
                .withMessageContaining("this is no rule, but looks like the name of one")
                .withMessageContaining("Path.of(...)")
                .withMessageContaining("import \"adam.opt\"");
    }

    @Test
    void fileThatIsMissing_isNamedWithItsWholePath(@TempDir Path folder) {
        Path file = folder.resolve("adm.opt");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Descant.compile(file))
                .withMessage("the rule file " + file + " cannot be read: there is no file " + file.toAbsolutePath());
    }

    @Test
    void secondCompilation_isALookUp() {
        CompiledRule first = Descant.compile(SGD);
        assertThat(Descant.compile(SGD).type()).isSameAs(first.type());
        assertThat(Descant.compiler().option("uphill", "true").compile(SGD).type())
                .isNotSameAs(first.type());
    }

    @Test
    void changedImport_isSeen(@TempDir Path folder) throws IOException {
        Path part = Files.writeString(folder.resolve("part.opt"), "def half(x) = x / 2\n");
        Path file = Files.writeString(folder.resolve("halved.opt"), """
                import "part.opt"
                optimizer Halved(w, g) { w[t] = w[t-1] - half(g) }
                """);
        CompiledRule before = Descant.compile(file);
        assertThat(Descant.compile(file).type()).isSameAs(before.type());
        Files.writeString(part, "def half(x) = x / 4\n");
        Descant.compile(file).create(parameters).step();
        assertThat(w).containsExactly(0.75, 1.75);
    }

    @Test
    void classOfARule_goesWhenNobodyHoldsIt() throws InterruptedException {
        WeakReference<Class<?>> type = new WeakReference<>(
                Descant.compile("optimizer Gone(w, g) { w[t] = w[t-1] - g }").type());
        for (int i = 0; i < 100 && type.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(type.get()).isNull();
        // What was compiled is still known; only its class is made again.
        Descant.compile("optimizer Gone(w, g) { w[t] = w[t-1] - g }")
                .create(parameters)
                .step();
        assertThat(w).containsExactly(0, 1);
    }

    @Test
    void importFromAFolder_isFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sgd.opt"), SGD);
        String derived = """
                import "sgd.opt"
                optimizer Uphill = SGD(uphill: true)
                """;
        Descant.compiler()
                .importFrom(folder)
                .compile(derived)
                .create(parameters)
                .step();
        assertThat(w).containsExactly(1.5, 2.5);
    }

    @Test
    void everyStage_hasSomethingToShow() {
        List<String> texts = Pipeline.STAGES.stream()
                .map(stage ->
                        stage.text().apply(Descant.compiler().run(new SourceText("decay.opt", DECAY), stage.name())))
                .toList();
        assertThat(texts).hasSize(8).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void unknownStage_isNamed() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Pipeline.stage("optimise"))
                .withMessage(
                        "there is no stage 'optimise'; there are parse, resolve, shape, ir, rewrite, plan, emit, compile");
    }
}
