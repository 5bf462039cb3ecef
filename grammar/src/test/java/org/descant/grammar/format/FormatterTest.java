package org.descant.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.descant.grammar.parse.Corpus;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.parse.TreeText;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RandomTrees;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatterTest {
    static List<String> corpus() {
        return Corpus.names();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpus_keepsItsTreeAndItsComments(String name) {
        checkStable(Corpus.read(name).text());
    }

    @Test
    void randomTrees_keepTheirTree() {
        RandomTrees trees = new RandomTrees(3);
        for (int i = 0; i < 150; i++) {
            checkStable(FilePrinter.print(trees.file()));
        }
    }

    @Test
    void randomTrees_keepTheirTreeWhereverLinesAndCommentsStand() {
        RandomTrees trees = new RandomTrees(4);
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            checkStable(disturbed(FilePrinter.print(trees.file()), random));
        }
    }

    @Test
    void untidyText_isLaidOut() {
        String untidy = """
                import   "adamw.opt"
                // About the rule.


                optimizer   Untidy( w ,g ){state m=0;state average=w[ 0 ]   // two states
                  hyper lr=1e-3 in[0,inf)
                  /// The decay.
                  hyper beta in   ( 0,1 )
                     hyper eps=1e-8

                  m[ t ]=beta*m[t - 1]+( 1-beta )*g ^ 2
                  average[t]=-m[t]- -g   // both
                  c = if  m[t]>0 then f( x,y : 2 )
                    else if not( a ) then   √( 2 )
                        else p . ratio
                  very_long_name = ‖ g  per row ‖ * β₁ ᵗ
                  w[t] = w[t-1]
                    // the step
                      - lr*m[t]

                }
                optimizer B=Untidy( lr : 2,eps=3 ) // derived
                def half( x )=x/2
                def twice(x) {
                  return x*2}
                """;

        assertThat(format(untidy)).isEqualTo("""
                import "adamw.opt"
                // About the rule.

                optimizer Untidy(w, g) {
                  state m       = 0
                  state average = w[0]  // two states
                  hyper lr = 1e-3 in [0, inf)
                  /// The decay.
                  hyper beta in (0, 1)
                  hyper eps = 1e-8

                  m[t]       = beta * m[t-1] + (1 - beta) * g^2
                  average[t] = -m[t] - -g  // both
                  c = if m[t] > 0 then f(x, y: 2)
                    else if not (a) then √(2)
                    else p.ratio
                  very_long_name = ‖g per row‖ * β₁ᵗ
                  w[t] = w[t-1]
                    // the step
                    - lr * m[t]
                }

                optimizer B = Untidy(lr: 2, eps = 3)  // derived
                def half(x) = x / 2

                def twice(x) {
                  return x * 2
                }
                """);
    }

    /** Blanks become line ends and comments wherever neither changes what belongs to what. */
    private static String disturbed(String text, Random random) {
        StringBuilder disturbed = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean comment = line.strip().startsWith("///") || line.startsWith("import");
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean breakable = c == ' ' && !comment && i > 0 && "=*/+,".indexOf(line.charAt(i - 1)) >= 0;
                int choice = random.nextInt(12);
                disturbed.append(!breakable ? "" + c : choice == 0 ? "\n\n" : choice == 1 ? " // why\n" : " ");
            }
            disturbed.append(random.nextInt(5) == 0 && !comment ? "   // behind\n" : "\n");
        }
        return disturbed.toString();
    }

    private static void checkStable(String text) {
        String formatted = format(text);

        assertThat(TreeText.of(read(formatted))).describedAs(text).isEqualTo(TreeText.of(read(text)));
        assertThat(format(formatted)).describedAs(text).isEqualTo(formatted);
        assertThat(comments(formatted)).isEqualTo(comments(text));
    }

    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.contains("//"))
                .map(line -> line.substring(line.indexOf("//")).strip())
                .toList();
    }

    private static String format(String text) {
        SourceText source = new SourceText("test.opt", text);
        return Formatter.format(source, read(text));
    }

    private static RuleFile read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        RuleFile file = RuleParser.parse(new SourceText("test.opt", text), diagnostics);
        assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isEmpty();
        return file;
    }
}
