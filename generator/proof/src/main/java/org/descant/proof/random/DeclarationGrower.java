package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Interval;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.ShapeWord;
import org.descant.grammar.syntax.StateDeclaration;
import org.descant.grammar.syntax.StorageWord;

/** Grows what an optimizer declares: hyperparameters, options, states. */
final class DeclarationGrower {
    private final Dice dice;
    private final Names names;
    private final Scope scope;
    private final List<BodyItem> body;
    private final boolean anyShape;
    private final List<Settable> settables = new ArrayList<>();
    private final List<Settable> wholes = new ArrayList<>();
    private final List<String> starting = new ArrayList<>();

    DeclarationGrower(Dice dice, Names names, Scope scope, List<BodyItem> body, boolean anyShape) {
        this.dice = dice;
        this.names = names;
        this.scope = scope;
        this.body = body;
        this.anyShape = anyShape;
    }

    List<Settable> settables() {
        return settables;
    }

    /** An option that may stand in an index, if there is one. */
    Optional<String> wholeOption() {
        return wholes.stream().map(Settable::name).findFirst();
    }

    void hyper() {
        String name = names.fresh(dice.pick("lr", "beta", "eps", "mu"));
        Expression infinity = Trees.read("inf");
        Optional<Interval> range =
                switch (dice.between(0, 6)) {
                    case 0, 1 -> range(Trees.number(0), false, infinity, true);
                    case 2, 3 -> range(Trees.number(0), false, Trees.number(1), true);
                    case 4 -> range(Trees.number(0), true, infinity, true);
                    case 5 -> range(Trees.minus(infinity), true, Trees.number(1), false);
                    default -> Optional.empty();
                };
        Expression value = Trees.number(dice.pick(0.1, 0.5, 0.9, 1e-8, 0.001));
        Optional<Doc> doc =
                dice.chance(10) ? Optional.of(new Doc("some <rate> & more", Trees.NOWHERE)) : Optional.empty();
        body.add(new HyperDeclaration(doc, Trees.name(name), Optional.of(value), range, Trees.NOWHERE));
        boolean starts = !anyShape && dice.chance(30);
        settables.add(new Settable(name, Settable.Kind.REAL, starts));
        if (starts) {
            starting.add(name);
        }
        scope.addNumber(Trees.read(name), anyShape ? Shape.ELEMENT : Shape.STEP);
    }

    private static Optional<Interval> range(Expression low, boolean lowOpen, Expression high, boolean highOpen) {
        return Optional.of(new Interval(low, lowOpen, high, highOpen, Trees.NOWHERE));
    }

    void option() {
        boolean truth = dice.chance(50);
        String name = names.fresh(truth ? "flag" : "n");
        Settable option = new Settable(name, truth ? Settable.Kind.TRUTH : Settable.Kind.WHOLE, true);
        body.add(new OptionDeclaration(Optional.empty(), Trees.name(name), option.value(dice), Trees.NOWHERE));
        settables.add(option);
        if (!truth) {
            wholes.add(option);
        }
        scope.add(Trees.read(name), truth ? Kind.BOOLEAN : Kind.NUMBER, Shape.CONSTANT);
    }

    /** A new state of at most that shape; answers with its name. */
    String state(Language language, String weight, Shape shape) {
        String name = names.fresh("m");
        Optional<StorageWord> storage = language.has(Feature.STORAGE) && dice.chance(25)
                ? Optional.of(dice.pick(StorageWord.values()))
                : Optional.empty();
        body.add(new StateDeclaration(
                Optional.empty(), Trees.name(name), limit(shape), storage, start(weight, shape), Trees.NOWHERE));
        scope.addNumber(Trees.at(Trees.read(name), 1), shape);
        if (language.has(Feature.HISTORIES) && dice.chance(15)) {
            scope.addNumber(Trees.at(Trees.read(name), 2), shape);
        }
        return name;
    }

    private Optional<ShapeWord> limit(Shape shape) {
        if (!dice.chance(25)) {
            return Optional.empty();
        }
        if (shape.equals(Shape.STEP) || shape.equals(Shape.MODEL)) {
            return Optional.of(ShapeWord.MODEL);
        } else if (shape.equals(Shape.ROW)) {
            return Optional.of(ShapeWord.ROW);
        } else if (shape.equals(Shape.COL)) {
            return Optional.of(ShapeWord.COL);
        }
        return shape.equals(Shape.TENSOR)
                ? Optional.of(dice.pick(ShapeWord.TENSOR, ShapeWord.MATRIX))
                : Optional.empty();
    }

    private Expression start(String weight, Shape shape) {
        Expression first = new Indexed(Trees.read(weight), Trees.number(0), Trees.NOWHERE);
        if (shape.equals(Shape.ELEMENT) && dice.chance(25)) {
            return dice.chance(60) ? first : Trees.chain(ChainOperator.MULTIPLY, first, first);
        }
        if (!starting.isEmpty() && dice.chance(25)) {
            return Trees.chain(ChainOperator.MULTIPLY, Trees.read(dice.pick(starting)), Trees.number(2));
        }
        if (!wholes.isEmpty() && dice.chance(25)) {
            return Trees.read(wholes.get(0).name());
        }
        return Trees.number(dice.pick(0.0, 0.0, 0.0, 0.5, -1.0, -0.0));
    }
}
