package org.descant.speed.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;

/**
 * A plan as one C file, for one element type.
 *
 * @param text what a C compiler takes
 * @param arrays how many pointers {@code step} takes
 * @param firstCell the place of the first cell among them
 */
public record CSource(String text, int arrays, int firstCell) {
    /** The C of a plan, whose sweeps should each be one loop. */
    public static CSource of(Plan plan, ElementType type) {
        List<CLoop> loops = CStep.loops(plan);
        StringBuilder text = new StringBuilder("typedef " + type.javaName() + " real;\n").append(prelude());
        loops.forEach(loop -> text.append(loop.functions()));
        text.append(new CStep(plan, loops).function());
        return new CSource(text.toString(), CStep.arrays(plan), CStep.firstCell(plan));
    }

    /** The name of the function that is a loop of a sweep. */
    public static String function(int sweep, int loop) {
        return "loop_" + sweep + "_" + loop;
    }

    private static String prelude() {
        try (InputStream stream = Objects.requireNonNull(CSource.class.getResourceAsStream("prelude.c"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
