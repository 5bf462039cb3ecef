package org.descant.proof.random;

import java.util.List;
import org.descant.compiler.ir.Kind;

/**
 * A def or a schedule that an expression can use.
 *
 * @param clock whether the first parameter is the clock of a schedule
 * @param elements whether the first argument must be per element, because the part reduces it, and the result then is
 * @param stateful whether it has state, here or in what it uses: then it cannot stand in a schedule
 * @param insides plain numbers inside that {@code p.ratio} reads
 */
record Part(
        String name,
        List<Parameter> parameters,
        boolean clock,
        boolean elements,
        boolean stateful,
        Kind result,
        List<String> insides) {
    /** @param optional whether it has a default */
    record Parameter(String name, Kind kind, boolean optional) {}

    Part {
        parameters = List.copyOf(parameters);
        insides = List.copyOf(insides);
    }
}
