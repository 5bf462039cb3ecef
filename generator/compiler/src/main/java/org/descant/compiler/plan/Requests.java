package org.descant.compiler.plan;

import java.util.List;

/**
 * What a course asks its caller for.
 *
 * @param points where gradients are asked for, in their order
 * @param demands the inputs that are read
 */
record Requests(List<Point> points, List<Demand> demands) {
    static final Requests NONE = new Requests(List.of(), List.of());

    Requests {
        points = List.copyOf(points);
        demands = List.copyOf(demands);
    }
}
