package org.descant.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.descant.compiler.shape.Systems;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final EquationSystem SYSTEM = Systems.of("""
            optimizer Rule(w, g) {
              hyper lr = 0.1
              small = norm(g per model) < 1
              m = ema(g, 0.9) when small
              c = 1 - lr
              w[t] = w[t-1] - c * m
            }
            """);

    @Test
    void checkedRule_isInOrder() {
        assertThat(Verifier.verify(SYSTEM)).isSameAs(SYSTEM);
    }

    @Test
    void equationTwice_isRefused() {
        refuse(equations(all -> add(all, all.get(0))), "two of kind variable are called small");
    }

    @Test
    void equationAboveWhatItReads_isRefused() {
        refuse(
                equations(all -> add(without(all, 0), all.get(0))),
                "equation 'm.a' reads 'small', which does not stand above it");
        refuse(
                equations(all -> add(without(all, 3), all.get(3))),
                "equation 'w' reads 'c', which does not stand above it");
    }

    @Test
    void variableOfAnInnerClock_readOutsideItsCondition_isRefused() {
        Expr part = new Read(target("m.a"));
        refuse(replaced("m", part), "equation 'm' reads 'm.a' where its clock may stand still");
        Expr other = new Apply(Operator.NOT, new Read(target("small")));
        refuse(
                replaced("m", new Apply(Operator.CHOOSE, other, part, new Weight())),
                "equation 'm' reads 'm.a' where its clock may stand still");
        Expr both = new Apply(Operator.AND, other, new Read(target("small")));
        Verifier.verify(replaced("m", new Apply(Operator.CHOOSE, both, part, new Weight())));
    }

    @Test
    void mixedPrecision_isRefused() {
        Expr c = new Read(target("c"));
        refuse(
                replaced("w", new Apply(Operator.MULTIPLY, new Weight(), c)),
                "equation 'w' mixes precisions in w[t-1] * c");
        refuse(replaced("w", c), "equation 'w' gives an unrounded number to rows, columns or elements");
        refuse(
                replaced("c", new Apply(Operator.ADD, c, new Narrow(c))),
                "equation 'c' reads 'c', which does not stand above it");
        Expr condition = new Apply(Operator.LESS, new Weight(), new Gradient(0));
        refuse(
                replaced("w", new Apply(Operator.CHOOSE, condition, c, c)),
                "equation 'w' spreads an unrounded number in if w[t-1] < gradient(0) then c else c");
        Verifier.verify(replaced("w", new Narrow(c)));
    }

    @Test
    void unknownThings_areRefused() {
        Hyper hyper = new Hyper("lr", "", 1, Range.ALL, true);
        refuse(replaced("c", new HyperRead(hyper)), "equation 'c' reads an unknown hyperparameter " + hyper);
        refuse(replaced("w", new Gradient(1)), "equation 'w' reads the gradient of evaluation 1, which is not made");
        Input input = new Input("h", Shape.ELEMENT);
        refuse(replaced("w", new InputRead(input)), "equation 'w' reads an unknown input " + input);
        refuse(
                replaced("c", new Apply(Operator.ADD, new Constant(1), new Constant(2)), Shape.MODEL),
                "equation 'w' reads 'c' as something else than it is");
        State state = new State(
                "s", StateKind.DECLARED, Shape.ELEMENT, View.FIRST, Storage.NATIVE, new Constant(0), Clock.BASE);
        refuse(replaced("w", new Previous(state)), "equation 'w' means a state 's' that is not declared like that");
    }

    @Test
    void lossReadUnawares_isRefused() {
        refuse(replaced("w", new Narrow(new Loss())), "the loss is read unawares");
    }

    @Test
    void matricesOfTwoKinds_areRefused() {
        Expr first = new Reduce(Reduction.SUM, new Gradient(0), Shape.ROW, View.FIRST);
        Expr last = new Reduce(Reduction.SUM, new Gradient(0), Shape.ROW, View.LAST);
        Expr sum = new Apply(Operator.ADD, new Apply(Operator.ADD, first, last), new Weight());
        refuse(replaced("w", sum), "equation 'w' mixes matrices of two kinds in sum(gradient(0) per row)");
    }

    @Test
    void updates_areOneForEachState() {
        List<Update> updates = SYSTEM.updates();
        refuse(with(SYSTEM.equations(), List.of()), "'m.a' is never updated");
        refuse(with(SYSTEM.equations(), List.of(updates.get(0), updates.get(0))), "'m.a' is updated twice");
        Update number = new Update(updates.get(0).state(), new Constant(0));
        refuse(
                with(SYSTEM.equations(), List.of(number)),
                "the update of 'm.a' gives an unrounded number to rows, columns or elements");
    }

    @Test
    void parameterThatNothingDefines_isRefused() {
        refuse(equations(all -> without(all, all.size() - 1)), "nothing defines w[t]");
    }

    private static Variable target(String name) {
        return SYSTEM.equations().stream()
                .map(Equation::target)
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EquationSystem replaced(String name, Expr value) {
        return equations(all -> all.stream()
                .map(equation -> equation.target().name().equals(name)
                        ? new Equation(equation.target(), value, equation.clock(), equation.origin())
                        : equation)
                .toList());
    }

    private static EquationSystem replaced(String name, Expr value, Shape shape) {
        return equations(all -> all.stream()
                .map(equation -> equation.target().name().equals(name)
                        ? new Equation(
                                new Variable(name, Kind.NUMBER, shape, View.FIRST),
                                value,
                                equation.clock(),
                                equation.origin())
                        : equation)
                .toList());
    }

    private static void refuse(EquationSystem system, String message) {
        assertThatThrownBy(() -> Verifier.verify(system))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private static List<Equation> add(List<Equation> all, Equation equation) {
        List<Equation> more = new ArrayList<>(all);
        more.add(equation);
        return more;
    }

    private static List<Equation> without(List<Equation> all, int index) {
        List<Equation> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static EquationSystem equations(Function<List<Equation>, List<Equation>> change) {
        return with(change.apply(SYSTEM.equations()), SYSTEM.updates());
    }

    private static EquationSystem with(List<Equation> equations, List<Update> updates) {
        return new EquationSystem(
                SYSTEM.name(),
                SYSTEM.doc(),
                SYSTEM.hypers(),
                SYSTEM.options(),
                SYSTEM.inputs(),
                SYSTEM.states(),
                equations,
                updates,
                SYSTEM.weight(),
                SYSTEM.evaluations(),
                SYSTEM.checks(),
                SYSTEM.outputs(),
                SYSTEM.usesLoss(),
                SYSTEM.origin());
    }
}
