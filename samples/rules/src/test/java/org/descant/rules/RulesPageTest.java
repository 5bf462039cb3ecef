package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Sweep;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Doc;
import org.descant.runtime.RuleDescription;
import org.junit.jupiter.api.Test;

/** The page of all rules, which is made of what their classes and files say. */
class RulesPageTest {
    private static final Pattern FAMILY = Pattern.compile("(?m)^\\| (?<family>[^|]+) \\| (?<rules>[^|]+) \\|$");
    private static final Pattern SOURCE = Pattern.compile("(?s)Source: (?<source>.*?)(?=\\n[A-Z]\\w+: |\\z)");

    @Test
    void page_isUpToDate() throws IOException {
        Map<String, String> rows =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        for (String file : LibraryRules.names()) {
            Compilation parsed = Descant.compiler().run(LibraryRules.source(file), "parse");
            for (String rule : Product.OPTIMIZER.definedBy(parsed.file().orElseThrow())) {
                rows.put(
                        rule,
                        row(file, rule, parsed.file().orElseThrow().own(rule).orElseThrow()));
            }
        }

        new GoldenFiles(Path.of("")).check("RULES.md", """
                # All rules

                A class each in `org.descant.rules`. The bytes are those of state for each `float` parameter; what is kept for each row,
                tensor or model comes to it. A sweep is one pass over the parameters, their gradients and the state. What is moved are the bytes
                that a step reads and writes for each `float` parameter; and in brackets, where it is less, what it would be if one pass
                before and one after each gradient were enough. A rule that does not
                read w can be stepped where only gradients are at hand. A rule with dashes has no class: it needs what is interpreted
                and not generated.

                | rule | family | bytes | sweeps | moved | gradients | reads w | source |
                |---|---|---:|---:|---:|---:|---|---|
                """ + String.join("", rows.values()));
    }

    private static String row(String file, String rule, Declaration declaration) throws IOException {
        Optional<RuleDescription> description = LibraryRules.description(rule);
        Optional<Plan> plan = description.flatMap(each -> Descant.compiler()
                .rule(rule)
                .run(LibraryRules.source(file), "plan")
                .executionPlan());
        List<String> cells = List.of(
                "[" + rule + "](src/main/opt/" + file + ".opt)",
                family(rule),
                cell(description, each -> each.elementStates().size() * Float.BYTES),
                cell(plan, each -> each.sweeps().stream().filter(Sweep::isPass).count()),
                cell(plan, RulesPageTest::moved),
                cell(description, each -> each.evaluations().size()),
                cell(description, each -> each.readsValues() ? "yes" : "no"),
                source(declaration));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static <T> String cell(Optional<T> known, Function<T, Object> value) {
        return known.map(value).map(String::valueOf).orElse("-");
    }

    private static String moved(Plan plan) {
        int least = plan.leastTraffic();
        return plan.traffic() * Float.BYTES + (least < plan.traffic() ? " (" + least * Float.BYTES + ")" : "");
    }

    /** As the table in the README has it. */
    private static String family(String rule) throws IOException {
        Pattern named = Pattern.compile("\\b" + rule + "\\b");
        String readme = Files.readString(Path.of("README.md"));
        List<String> families = FAMILY.matcher(readme)
                .results()
                .filter(row -> named.matcher(row.group(2)).find())
                .map(row -> row.group(1))
                .toList();
        assertThat(families).as("families of " + rule + " in README.md").isNotEmpty();
        return families.get(0);
    }

    private static String source(Declaration declaration) {
        Matcher source = SOURCE.matcher(declaration.doc().map(Doc::text).orElse(""));
        assertThat(source.find()).as("Source: of " + declaration.name().text()).isTrue();
        return source.group("source")
                .strip()
                .replaceFirst("\\.$", "")
                .replace('\n', ' ')
                .replace("|", "\\|");
    }
}
