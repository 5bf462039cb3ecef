package org.descant.compiler.model;

import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.View;

/** One equation under its unique name. */
public record ModelEquation(String name, Term value, Clock clock, View view, Origin origin) {}
