package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.grammar.format.Formatter;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.RuleFile;
import org.descant.proof.recorded.RecordedRuns;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every file of the library. */
class LibraryTest {
    @TestFactory
    Stream<DynamicTest> file_holdsOneOptimizer_ofItsName() {
        return everyFile(file -> assertThat(declarations(file))
                .extracting(declaration -> declaration.name().text().toLowerCase(Locale.ROOT))
                .containsExactly(file));
    }

    @TestFactory
    Stream<DynamicTest> header_saysSourceDifferencesAndRecords_inThisOrder() {
        return everyFile(file -> {
            List<String> words = doc(file)
                    .lines()
                    .filter(line -> line.matches("[A-Z][a-z]+: .*"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .filter(word -> List.of("Source", "Differs", "Recorded").contains(word))
                    .toList();
            assertThat(words).containsExactly("Source", "Differs", "Recorded");
            assertThat(doc(file).lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).endsWith(".").hasSizeLessThan(120));
        });
    }

    @TestFactory
    Stream<DynamicTest> rule_compiles_withoutAWarning() {
        return everyFile(file -> assertThat(Descant.compiler()
                        .run(LibraryRules.source(file), LibraryRules.generated().contains(file) ? "compile" : "rewrite")
                        .diagnostics())
                .isEmpty());
    }

    /** A rule that can be generated after all loses its exception. */
    @Test
    void ruleThatCannotBeGenerated_isListedWithWhatIsMissing() {
        List<String> listed = RecordedRuns.ofLibrary().table().rows().stream()
                .filter(row -> row.needs().isPresent())
                .flatMap(row -> row.rule().stream())
                .map(rule -> rule.toLowerCase(Locale.ROOT))
                .toList();

        assertThat(LibraryRules.names())
                .filteredOn(name -> !LibraryRules.generated().contains(name))
                .hasSameElementsAs(listed);
    }

    @TestFactory
    Stream<DynamicTest> file_isLaidOutAsTheFormatterDoes() {
        return everyFile(file -> assertLaidOut(LibraryRules.source(file)));
    }

    @Test
    void prelude_isLaidOutAndDocumented() throws IOException {
        SourceText prelude = LibraryRules.prelude();

        assertLaidOut(prelude);
        assertThat(parse(prelude).declarations()).allSatisfy(declaration -> assertThat(declaration.doc())
                .as(declaration.name().text())
                .isPresent());
    }

    @Test
    void readme_namesEveryRule() throws IOException {
        List<String> names = LibraryRules.names().stream()
                .flatMap(file -> declarations(file).stream())
                .map(declaration -> declaration.name().text())
                .toList();
        String readme = Files.readString(Path.of("README.md"));

        assertThat(names).allSatisfy(name -> assertThat(readme).containsPattern("\\b" + name + "\\b"));
    }

    private static Stream<DynamicTest> everyFile(FileCheck check) {
        return LibraryRules.names().stream().map(file -> DynamicTest.dynamicTest(file, () -> check.run(file)));
    }

    private static List<Declaration> declarations(String file) {
        return parse(LibraryRules.source(file)).declarations();
    }

    private static RuleFile parse(SourceText source) {
        Diagnostics diagnostics = new Diagnostics();
        RuleFile file = RuleParser.parse(source, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return file;
    }

    private static void assertLaidOut(SourceText source) {
        assertThat(Formatter.format(source, parse(source))).isEqualTo(source.text());
    }

    private static String doc(String file) {
        return declarations(file).stream()
                .flatMap(declaration -> declaration.doc().stream())
                .map(Doc::text)
                .collect(Collectors.joining("\n"));
    }

    /** Something that holds for a file or fails. */
    private interface FileCheck {
        void run(String file);
    }
}
