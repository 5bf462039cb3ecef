package org.descant.compiler.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Weight;

/**
 * Which buffer holds what, sweep by sweep. A gradient is there until the next one is asked for; w is in its own buffer until a point is
 * written there, and then beside it.
 */
final class Access {
    private final Map<Expr, Buffer> buffers;
    private final List<Point> points;
    private final Stages stages;
    private final Buffer kept;
    private final List<Carry> carries;

    /**
     * @param buffers each under the expression that reads what it held before the step
     * @param kept where w is while a point stands in its place
     */
    Access(Map<Expr, Buffer> buffers, List<Point> points, Stages stages, Buffer kept, List<Carry> carries) {
        this.buffers = buffers;
        this.points = points;
        this.stages = stages;
        this.kept = kept;
        this.carries = List.copyOf(carries);
    }

    /** What loops of a sweep can read. */
    Map<Expr, Buffer> in(int sweep) {
        Map<Expr, Buffer> readable = new HashMap<>(buffers);
        for (int place = 0; place < points.size(); place++) {
            if (stages.moves(place) && stages.asked(place) <= sweep) {
                readable.put(new Weight(), kept);
            }
            if (!isCurrent(place, sweep)) {
                readable.remove(new Gradient(points.get(place).evaluation().index()));
            }
        }
        for (Carry carry : carries) {
            if (carry.sweep() < sweep) {
                readable.put(carry.value(), carry.buffer());
            }
        }
        return readable;
    }

    /**
     * Whether w may be read where it is stored though {@link #in} names another buffer: on steps on which no point is written, that
     * buffer is the values themselves.
     */
    boolean mayReadInPlace(int sweep) {
        for (int place = 0; place < points.size(); place++) {
            boolean isWritten = stages.moves(place) && stages.asked(place) <= sweep;
            if (isWritten && points.get(place).condition().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isCurrent(int place, int sweep) {
        boolean isThere = stages.asked(place) <= sweep;
        boolean isGone = place + 1 < points.size() && stages.asked(place + 1) <= sweep;
        return isThere && !isGone;
    }

    List<Carry> carries() {
        return carries;
    }
}
