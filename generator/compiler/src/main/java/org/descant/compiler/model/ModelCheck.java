package org.descant.compiler.model;

import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Range;

/**
 * A value passed for a hyperparameter with a range; what turns out larger than per step is not checked.
 *
 * @param name the path to the hyperparameter
 * @param description what messages call it
 */
public record ModelCheck(String name, String description, Term value, Range range, Clock clock) {}
