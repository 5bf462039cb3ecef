package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.Expression;

/** What an expression can read at a place, and what it can use. */
final class Scope {
    /** @param shape the largest that it can have */
    private record Leaf(Expression expression, Kind kind, Shape shape) {}

    private final Dice dice;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Scope(Dice dice) {
        this.dice = dice;
    }

    void add(Expression expression, Kind kind, Shape shape) {
        leaves.add(new Leaf(expression, kind, shape));
    }

    void addNumber(Expression expression, Shape shape) {
        add(expression, Kind.NUMBER, shape);
    }

    void add(Part part) {
        parts.add(part);
    }

    List<Part> parts() {
        return parts;
    }

    /** Something to read of that kind and at most that shape. What was added last is read most, so that much depends on much. */
    Optional<Expression> leaf(Kind kind, Shape limit) {
        List<Expression> fitting = leaves.stream()
                .filter(leaf -> leaf.kind() == kind && limit.contains(leaf.shape()))
                .map(Leaf::expression)
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        int from = dice.chance(40) ? Math.max(0, fitting.size() - 4) : 0;
        return Optional.of(fitting.get(dice.between(from, fitting.size() - 1)));
    }

    /** A part that gives that kind and can give at most that shape. */
    Optional<Part> part(Kind kind, Shape limit) {
        List<Part> fitting = parts.stream()
                .filter(part -> part.result() == kind)
                .filter(part -> !part.elements() || limit.equals(Shape.ELEMENT))
                .filter(part -> limit.contains(Shape.STEP))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.pick(fitting));
    }
}
