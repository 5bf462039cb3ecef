package org.descant.grammar.syntax;

import java.util.Optional;

/** What stands between the braces of an optimizer, a def or a schedule. Which of them may stand where is checked by the compiler. */
public sealed interface BodyItem extends Node
        permits HyperDeclaration,
                OptionDeclaration,
                StateDeclaration,
                InputDeclaration,
                RuleParameter,
                MatrixView,
                Equation,
                OutputDeclaration,
                Return {
    Optional<Doc> doc();
}
