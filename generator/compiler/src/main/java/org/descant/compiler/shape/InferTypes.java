package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;

/**
 * The least types that all equations and states allow: everything begins as small as can be and grows until nothing changes. A state
 * is a number, and at least per step; it holds its start, its equation and the conditions of its clock; where a limit is declared it does not grow
 * beyond it, so that one error stays one.
 */
final class InferTypes {
    private final RuleModel model;
    private final Roots roots;
    private final Typing typing;
    private final Map<String, String> stateOfValue = new HashMap<>();

    InferTypes(RuleModel model, Roots roots) {
        this.model = model;
        this.roots = roots;
        this.typing = new Typing(model);
        for (Roots.OfState state : roots.states()) {
            state.value()
                    .ifPresent(value -> stateOfValue.put(value, state.owner().name()));
        }
    }

    Typing run() {
        Fixpoint.run(
                roots,
                equation -> grow(typing.variables, equation.owner().name(), variable(equation)),
                state -> grow(typing.states, state.owner().name(), state(state)));
        return typing;
    }

    private static boolean grow(Map<String, Type> table, String name, Type type) {
        Type old = table.getOrDefault(name, Type.LEAST);
        Type joined = type.join(old);
        table.put(name, joined);
        return !joined.equals(old);
    }

    private Type variable(Roots.Of<ModelEquation> equation) {
        String name = equation.owner().name();
        Type type = typing.of(equation.term());
        if (name.equals(model.weight())) {
            return type.withShape(Shape.ELEMENT);
        }
        String state = stateOfValue.get(name);
        if (state == null) {
            return type;
        }
        Type known = typing.states.getOrDefault(state, Type.LEAST);
        return type.join(known);
    }

    private Type state(Roots.OfState root) {
        ModelState state = root.owner();
        Type type = typing.of(root.start())
                .withKind(Kind.NUMBER)
                .withShape(Shape.STEP)
                .join(typing.of(root.next()));
        for (String condition : state.clock().conditions()) {
            type = type.withShape(
                    typing.variables.getOrDefault(condition, Type.LEAST).shape());
        }
        Optional<Shape> limit = state.limit().map(word -> ShapeWords.shape(word, state.view()));
        if (limit.isPresent() && !limit.get().contains(type.shape())) {
            return new Type(Kind.NUMBER, limit.get(), state.view());
        }
        return type;
    }
}
