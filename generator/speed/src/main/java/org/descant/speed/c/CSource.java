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
 * @param arrays what {@code step} takes
 */
public record CSource(String text, CArrays arrays) {
    /** The C of a plan, whose sweeps should each be one loop. */
    public static CSource of(Plan plan, ElementType type) {
        List<CLoop> loops = CStep.loops(plan);
        StringBuilder text = new StringBuilder(prelude(type));
        loops.forEach(loop -> text.append(loop.functions()));
        CArrays arrays = new CArrays(plan);
        text.append(new CStep(plan, arrays, loops).function());
        return new CSource(text.toString(), arrays);
    }

    /** The name of the function that is a loop of a sweep. */
    public static String function(int sweep, int loop) {
        return "loop_" + sweep + "_" + loop;
    }

    /** What the C of every plan begins with: the functions of rules, and reductions. */
    public static String prelude(ElementType type) {
        try (InputStream stream = Objects.requireNonNull(CSource.class.getResourceAsStream("prelude.c"))) {
            return "typedef " + type.javaName() + " real;\n"
                    + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
