package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.ir.Origin;

/**
 * The name that an equation lends to the only state of the def that it applies.
 *
 * @param state the name of the state
 * @param variable the name of the equation itself, where the def returns that state at t and nothing else, so that both are one
 * @param origin where the lending equation stands
 */
record Lent(String state, Optional<String> variable, Origin origin) {}
