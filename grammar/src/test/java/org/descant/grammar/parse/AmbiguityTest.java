package org.descant.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.RuleLexer;
import org.descant.grammar.syntax.RandomTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No decision of the grammar is ambiguous, and none needs to know what stands around it. */
class AmbiguityTest {
    static List<String> corpus() {
        return Corpus.names();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpus_isReadWithoutFullContext(String name) {
        assertThat(troubles(Corpus.read(name).text())).isEmpty();
    }

    @Test
    void randomTrees_areReadWithoutFullContext() {
        RandomTrees trees = new RandomTrees(7);
        for (int i = 0; i < 200; i++) {
            assertThat(troubles(FilePrinter.print(trees.file()))).isEmpty();
        }
    }

    @Test
    void wrongTexts_areReadWithoutFullContext() {
        GoldenFiles golden = new GoldenFiles(Path.of("src/test/resources/golden/errors"));

        assertThat(golden.names(".opt")).allSatisfy(name -> assertThat(troubles(golden.read(name + ".opt")))
                .allSatisfy(trouble -> assertThat(trouble).startsWith("syntax")));
    }

    @Test
    void everyToken_hasAName() {
        assertThat(DescantParser.VOCABULARY.getMaxTokenType()).isEqualTo(DescantParser.STRANGE);
    }

    private static List<String> troubles(String text) {
        List<String> troubles = new ArrayList<>();
        DescantParser parser = new DescantParser(RuleLexer.read(text));
        parser.removeErrorListeners();
        parser.addErrorListener(new Listener(troubles));
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.file();
        return troubles;
    }

    private static final class Listener extends BaseErrorListener {
        private final List<String> troubles;

        Listener(List<String> troubles) {
            this.troubles = troubles;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            troubles.add("syntax " + line + ":" + column + " " + message);
        }

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            troubles.add("ambiguity in decision " + dfa.decision);
        }

        @Override
        public void reportAttemptingFullContext(
                Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
            troubles.add("full context in decision " + dfa.decision);
        }
    }
}
