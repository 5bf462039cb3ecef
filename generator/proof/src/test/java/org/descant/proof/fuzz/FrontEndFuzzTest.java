package org.descant.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No text gives anything but a result or diagnostics, within a second. */
class FrontEndFuzzTest {
    private static final int MUTANTS = Integer.getInteger("descant.fuzz.mutants", 3_000);
    private static final long SEED = Long.getLong("descant.fuzz.seed", 20_240_501);
    private static final long SECOND = 1_000_000_000;

    @Test
    void seeds_giveAResultOrDiagnostics() {
        List<String> seeds = Seeds.all();

        seeds.forEach(FrontEndFuzzTest::check);

        assertThat(seeds).hasSizeGreaterThan(200);
    }

    @Test
    void mutants_giveAResultOrDiagnostics() {
        Mutator mutator = new Mutator(SEED, Seeds.all());
        int wrong = 0;
        for (int i = 0; i < MUTANTS; i++) {
            wrong += check(mutator.next()) ? 1 : 0;
        }

        // If nearly all were wrong in their syntax, the later stages would see none.
        assertThat(wrong).isBetween(MUTANTS / 2, MUTANTS - MUTANTS / 50);
    }

    /** Whether anything was found. */
    private static boolean check(String text) {
        long before = cpu();
        boolean found;
        try {
            found = !FrontEnd.run(text, "emit").isEmpty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            return fail("this text made the compiler throw:\n" + text, thrown);
        }
        // The first ones pay for compiling the compiler.
        assertThat(cpu() - before)
                .describedAs("the time that this took:%n%s", text)
                .isLessThan(3 * SECOND);
        return found;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
