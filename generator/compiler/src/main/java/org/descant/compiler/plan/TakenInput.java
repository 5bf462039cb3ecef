package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Input;

/**
 * An input as a step takes it.
 *
 * @param sweep the sweep before which it is known whether it is read: loops read it from then on, prologues after it unless it is always
 *     read
 * @param when the flag without which it is not asked for
 */
public record TakenInput(Input input, int sweep, Optional<Flag> when) {}
