package org.descant.compiler.rewrite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.descant.compiler.ir.EquationSystem;

/**
 * A system after rewriting, and what was done to it.
 *
 * @param applied how often each rewrite changed something, by its label, in the order of the first time
 */
public record Rewritten(EquationSystem system, Map<String, Integer> applied) {
    public Rewritten {
        applied = Collections.unmodifiableMap(new LinkedHashMap<>(applied));
    }
}
