package org.descant.grammar.syntax;

import java.util.Optional;

/** What stands at the top level of a file. */
public sealed interface Declaration extends Node
        permits OptimizerDeclaration, DerivedOptimizer, DefDeclaration, ScheduleDeclaration {
    Optional<Doc> doc();

    Name name();
}
