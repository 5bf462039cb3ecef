package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.proof.mutation.Fate;
import org.descant.proof.mutation.KnownSurvivors;
import org.descant.proof.mutation.MutationReport;
import org.descant.proof.mutation.MutationRun;
import org.descant.proof.mutation.Outcome;
import org.descant.proof.mutation.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recordings, and the equations that they print, tell every rule of the library and every schedule of the prelude from its mutants. */
class MutationTest {
    private static final List<MutationReport> REPORTS = new ArrayList<>();
    private static KnownSurvivors known = KnownSurvivors.NONE;

    @BeforeAll
    static void tryAllMutants() throws IOException {
        known = KnownSurvivors.parse(Files.readString(Path.of("src/test/resources/known-mutants.txt")));
        for (List<Trial> trials : MutationTrials.byRule().values()) {
            REPORTS.add(MutationRun.of(trials, known));
        }
        System.out.println(table());
    }

    @Test
    void mutants_areCaught_butForOneInAHundred() {
        assertThat(MutationReport.score(REPORTS)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void mutant_thatSurvives_isListedWithTheReason() {
        assertThat(REPORTS.stream()
                        .filter(report -> report.count(Fate.SURVIVED) > 0)
                        .map(MutationReport::text))
                .isEmpty();
    }

    @Test
    void mutant_thatIsListed_survives() {
        assertThat(known.unmet(REPORTS)).isEmpty();
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "%n%-28s %8s %14s %16s %13s %13s %6s %6s%n",
                "rule", "mutants", "by recordings", "by those of", "by equations", "by reference", "unseen", "equal"));
        table.append(String.format("%-28s %8s %14s %16s %13s%n", "", "", "of the rule", "other rules", "at others"));
        REPORTS.forEach(report -> table.append(row(report.rule(), List.of(report))));
        return table.append(row("all schedules", schedules(true)))
                .append(row("all rules", schedules(false)))
                .append(row("all", REPORTS))
                .append(String.format(
                        Locale.ROOT,
                        "%.2f %% caught by recordings of the rule, %.2f %% by recordings, %.2f %% in all%n",
                        percent(MutationTest::isByOwnRecording),
                        percent(outcome -> isByOwnRecording(outcome) || isBy(MutationTrials.OTHER, outcome)),
                        percent(outcome -> true)))
                .toString();
    }

    private static List<MutationReport> schedules(boolean wanted) {
        return REPORTS.stream()
                .filter(report -> Descant.schedules().contains(report.rule()) == wanted)
                .toList();
    }

    private static String row(String name, List<MutationReport> reports) {
        return String.format(
                "%-28s %8d %14d %16d %13d %13d %6d %6d%n",
                name,
                reports.stream().mapToInt(MutationReport::mutants).sum(),
                caught(reports, MutationTest::isByOwnRecording),
                caught(reports, outcome -> isBy(MutationTrials.OTHER, outcome)),
                caught(reports, outcome -> isBy(MutationTrials.EQUATIONS, outcome)),
                caught(reports, outcome -> isBy(MutationTrials.REFERENCE, outcome)),
                reports.stream().mapToInt(report -> report.count(Fate.UNSEEN)).sum(),
                reports.stream().mapToInt(report -> report.count(Fate.EQUAL)).sum());
    }

    private static double percent(Predicate<Outcome> by) {
        return 100.0
                * caught(REPORTS, by)
                / REPORTS.stream().mapToInt(MutationReport::mutants).sum();
    }

    private static long caught(List<MutationReport> reports, Predicate<Outcome> by) {
        return reports.stream()
                .flatMap(report -> report.of(Fate.CAUGHT).stream())
                .filter(by)
                .count();
    }

    private static boolean isByOwnRecording(Outcome outcome) {
        return Stream.of(MutationTrials.OTHER, MutationTrials.EQUATIONS, MutationTrials.REFERENCE)
                .noneMatch(word -> isBy(word, outcome));
    }

    private static boolean isBy(String word, Outcome outcome) {
        return outcome.reason().startsWith(word + " ");
    }
}
