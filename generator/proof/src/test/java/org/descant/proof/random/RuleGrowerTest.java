package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.load.Prelude;
import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class RuleGrowerTest {
    /** Random rules stand in one file; these two words are kept for later. */
    private static final Set<String> NOT_USED = Set.of("import", "over", "seed");

    private static final List<String> TEXTS = LongStream.range(0, 1500)
            .mapToObj(seed -> RuleGrower.grow(seed, Language.whole()).text())
            .toList();

    @Test
    void rule_dependsOnNothingButSeedAndLanguage() {
        assertThat(RuleGrower.grow(42, Language.whole()).text())
                .isEqualTo(TEXTS.get(42))
                .isNotEqualTo(RuleGrower.grow(43, Language.whole()).text());
    }

    @Test
    void text_isReadAsTheTreeThatWasGrown() {
        for (long seed = 0; seed < 200; seed++) {
            RandomRule rule = RuleGrower.grow(seed, Language.whole());
            Diagnostics diagnostics = new Diagnostics();
            String read = FilePrinter.print(RuleParser.parse(new SourceText("random.opt", rule.text()), diagnostics));
            assertThat(diagnostics.all()).isEmpty();
            assertThat(read).isEqualTo(FilePrinter.print(rule.file()));
        }
    }

    @Test
    void texts_useEveryWordAndSign() {
        Set<Integer> used = TEXTS.stream()
                .flatMap(text -> new DescantLexer(CharStreams.fromString(text)).getAllTokens().stream())
                .map(Token::getType)
                .collect(Collectors.toSet());
        List<String> missing = Stream.iterate(1, type -> type + 1)
                .limit(DescantLexer.VOCABULARY.getMaxTokenType())
                .filter(type -> !used.contains(type))
                .map(DescantLexer.VOCABULARY::getLiteralName)
                .filter(literal -> literal != null)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(literal -> !NOT_USED.contains(literal) && !literal.equals(";"))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void texts_useEveryFunction() {
        Stream<String> functions = Arrays.stream(Operator.values())
                .map(Operator::symbol)
                .filter(symbol -> symbol.matches("[a-z][a-z0-9]+"))
                .filter(symbol -> !Set.of("if", "and", "or", "not").contains(symbol));
        Stream<String> reductions = Stream.of("sum", "mean", "norm", "norm1", "rms", "amax", "amin", "dot", "grad");
        assertThat(missing(Stream.concat(functions, reductions).map(name -> "\\b" + name + "\\(")))
                .isEmpty();
    }

    @Test
    void texts_useThePrelude() {
        assertThat(missing(Prelude.file().syntax().declarations().stream()
                        .map(declaration -> "\\b" + declaration.name().text() + "\\(")))
                .isEmpty();
    }

    /** What a list of words does not show. */
    @Test
    void texts_useEveryForm() {
        assertThat(missing(Stream.of(
                        "\\w\\[t-[123]\\]",
                        "\\[t - ?\\w+\\]|\\[t-[a-z]\\w*\\]",
                        "\\b[a-z]\\w*\\[0\\]",
                        "state \\w+ = \\w+\\[0\\]",
                        "state \\w+ as bf16 =",
                        "state \\w+ per model",
                        "state \\w+ per tensor as f32",
                        "option \\w+ = (true|false)",
                        "option \\w+ = \\d",
                        "def \\w+\\([^)]*\\) =",
                        "def \\w+\\([^)]*\\) \\{",
                        "def \\w+\\([^)]* = ",
                        "schedule \\w+\\([^)]*\\) =",
                        "schedule \\w+\\([^)]*\\) \\{",
                        "rule \\w+ = \\w+\n",
                        "rule \\w+ = \\w+\\(\\w+: ",
                        "rule \\w+ = \\w+\\(\\w+ = ",
                        "= Inner\\w+\\(.*\\) when ",
                        "= Inner\\w+\\(.*\\w+: ",
                        "= inner\\w+\\(.*\\) when ",
                        "= part\\w+\\(.*\\) when ",
                        "= grad\\(.*\\) when ",
                        "optimizer \\w+\\(\\w+\\) \\{",
                        "optimizer Derived\\w+ = \\w+\\(.*\\w+: ",
                        "optimizer Derived\\w+ = \\w+\\(.*\\w+ = ",
                        "output \\w+\n",
                        "output \\w+ = ",
                        "\\b[a-z]\\w*\\.[a-z]",
                        "input \\w+ per model",
                        "per row\\)",
                        "per col\\)",
                        "per matrix\\)",
                        "per model\\)",
                        "matrix last",
                        "else if",
                        "\\(if .* then ",
                        "\\^-",
                        "\\^2\\b",
                        "\\^3\\b",
                        "\\^4\\b",
                        "²",
                        "ₜ₋₁",
                        "in \\(",
                        "in \\[",
                        "inf\\)",
                        "hyper \\w+ = [\\d.e-]+\n",
                        "/// ")))
                .isEmpty();
    }

    private static Set<String> missing(Stream<String> patterns) {
        return patterns.filter(pattern -> {
                    Pattern compiled = Pattern.compile(pattern);
                    return TEXTS.stream()
                            .noneMatch(text -> compiled.matcher(text).find());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The front end takes whatever is grown, also what cannot be generated. */
    @Test
    void rules_haveNoErrors_andObeyTheLaws() {
        Check check = rule -> {
            FrontEnd frontEnd = new FrontEnd(rule);
            frontEnd.system().ifPresent(Verifier::verify);
            return frontEnd.system().isPresent() ? Verdict.fine() : frontEnd.refusal();
        };
        assertThat(new Search(Language.whole(), check).over(0, 500).stream().map(Finding::report))
                .isEmpty();
    }

    @Test
    void shrinker_keepsNothingButWhatFails() {
        RandomRule rule = LongStream.range(0, 100)
                .mapToObj(seed -> RuleGrower.grow(seed, Language.whole()))
                .filter(grown -> grown.text().contains("hypot("))
                .findFirst()
                .orElseThrow();
        RandomRule smallest = Shrinker.smallest(
                rule.withoutPaper(),
                candidate -> candidate.text().contains("hypot(")
                        && new FrontEnd(candidate).system().isPresent());
        assertThat(smallest.text()).matches("(?s)(.*\n)?optimizer \\w+\\(\\w+(, \\w+)?\\) \\{\n(  .*\n){1,2}\\}\n.*");
        assertThat(smallest.text().length()).isLessThan(160);
    }
}
