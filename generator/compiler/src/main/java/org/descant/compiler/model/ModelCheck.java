package org.descant.compiler.model;

import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Range;

/** A value passed for a hyperparameter with a range; what turns out larger than per step is not checked. */
public record ModelCheck(String name, Term value, Range range, Clock clock) {}
