package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.descant.grammar.syntax.StateDeclaration;
import org.descant.grammar.syntax.StorageWord;

/** Grows one def or one schedule of a file. */
final class PartGrower {
    /** @param part how expressions see it */
    record Grown(Declaration declaration, Part part) {}

    private final Dice dice;
    private final Language language;
    private final Names names;
    private final Scope scope;
    private ExpressionGrower grower;
    private final List<Part.Parameter> parameters = new ArrayList<>();
    private final List<FormalParameter> formals = new ArrayList<>();
    private final List<BodyItem> body = new ArrayList<>();
    private final List<String> insides = new ArrayList<>();
    private boolean stateful;

    /** @param known parts that it can use, so that none uses itself */
    PartGrower(Dice dice, Language language, Names names, List<Part> known) {
        this.dice = dice;
        this.language = language;
        this.names = names;
        this.scope = new Scope(dice);
        known.stream().filter(part -> !part.elements()).forEach(scope::add);
        this.grower = grower(Trees.ago(Trees.number(1)));
    }

    private ExpressionGrower grower(Expression clock) {
        return new ExpressionGrower(dice, language, scope, Trees.number(1), clock, false);
    }

    Grown def(String name) {
        scope.addNumber(Trees.read("t"), Shape.STEP);
        parameter(Kind.NUMBER, Shape.ELEMENT, false);
        for (int i = dice.between(0, 2); i > 0; i--) {
            parameter(dice.chance(15) ? Kind.BOOLEAN : Kind.NUMBER, Shape.ELEMENT, true);
        }
        if (dice.chance(30)) {
            return finish(name, true);
        }
        List<String> states = states();
        locals();
        states.forEach(state -> {
            body.add(Trees.update(state, grower.number(Shape.ELEMENT)));
            scope.addNumber(Trees.at(Trees.read(state), 0), Shape.ELEMENT);
        });
        return finish(name, false);
    }

    Grown schedule(String name) {
        parameter(Kind.NUMBER, Shape.STEP, false);
        grower = grower(Trees.read(parameters.get(0).name()));
        for (int i = dice.between(1, 3); i > 0; i--) {
            parameter(Kind.NUMBER, Shape.STEP, true);
        }
        boolean isShort = dice.chance(50);
        if (!isShort) {
            String local = names.fresh("u");
            body.add(Trees.equation(local, grower.number(Shape.STEP)));
            scope.addNumber(Trees.read(local), Shape.STEP);
        }
        body.add(new Return(grower.number(Shape.STEP), Trees.NOWHERE));
        return new Grown(
                new ScheduleDeclaration(Optional.empty(), Trees.name(name), formals, items(), isShort, Trees.NOWHERE),
                new Part(name, parameters, true, false, false, Kind.NUMBER, List.of()));
    }

    private void parameter(Kind kind, Shape shape, boolean mayDefault) {
        String name = names.fresh(formals.isEmpty() ? "x" : "c");
        boolean last =
                !parameters.isEmpty() && parameters.get(parameters.size() - 1).optional();
        boolean optional = last || (mayDefault && dice.chance(40));
        Optional<Expression> value = Optional.empty();
        if (optional) {
            value = Optional.of(kind == Kind.BOOLEAN ? Trees.truth(dice.chance(50)) : grower.literal());
        }
        formals.add(new FormalParameter(Trees.name(name), value, Trees.NOWHERE));
        parameters.add(new Part.Parameter(name, kind, optional));
        scope.add(Trees.read(name), kind, shape);
        if (shape.equals(Shape.ELEMENT) && language.has(Feature.HISTORIES) && dice.chance(25)) {
            scope.add(Trees.at(Trees.read(name), dice.between(1, 2)), kind, shape);
        }
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        for (int i = dice.pick(0, 1, 1, 2); i > 0; i--) {
            String state = names.fresh("a");
            Optional<StorageWord> storage = language.has(Feature.STORAGE) && dice.chance(20)
                    ? Optional.of(dice.pick(StorageWord.values()))
                    : Optional.empty();
            Expression start = dice.chance(60) ? Trees.number(0) : grower.literal();
            body.add(new StateDeclaration(
                    Optional.empty(), Trees.name(state), Optional.empty(), storage, start, Trees.NOWHERE));
            scope.addNumber(Trees.at(Trees.read(state), 1), Shape.ELEMENT);
            states.add(state);
            stateful = true;
        }
        return states;
    }

    private void locals() {
        for (int i = dice.between(0, 2); i > 0; i--) {
            String local = names.fresh("u");
            Kind kind = dice.chance(20) ? Kind.BOOLEAN : Kind.NUMBER;
            Optional<Part> used = scope.part(kind, Shape.ELEMENT);
            if (language.has(Feature.WHEN) && used.isPresent() && dice.chance(30)) {
                Expression condition = grower.truth(Shape.STEP);
                Expression value = grower.use(used.orElseThrow(), Shape.ELEMENT, 2);
                body.add(Trees.equation(local, value, Optional.of(condition)));
            } else {
                boolean truth = kind == Kind.BOOLEAN;
                body.add(Trees.equation(local, truth ? grower.truth(Shape.ELEMENT) : grower.number(Shape.ELEMENT)));
            }
            if (kind == Kind.NUMBER) {
                insides.add(local);
            }
            scope.add(Trees.read(local), kind, Shape.ELEMENT);
        }
    }

    private Grown finish(String name, boolean isShort) {
        Kind kind = dice.chance(12) ? Kind.BOOLEAN : Kind.NUMBER;
        Expression result = kind == Kind.NUMBER ? grower.number(Shape.ELEMENT) : grower.truth(Shape.ELEMENT);
        body.add(new Return(result, Trees.NOWHERE));
        boolean uses = scope.parts().stream().anyMatch(Part::stateful);
        return new Grown(
                new DefDeclaration(Optional.empty(), Trees.name(name), formals, items(), isShort, Trees.NOWHERE),
                new Part(name, parameters, false, false, stateful || uses, kind, insides));
    }

    private List<BodyItem> items() {
        return dice.shuffled(body);
    }
}
