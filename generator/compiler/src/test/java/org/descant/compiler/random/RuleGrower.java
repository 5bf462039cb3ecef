package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;

/** Grows one rule, from what it declares to the equation of w. */
final class RuleGrower {
    private static final Range POSITIVE = new Range(0, false, Double.POSITIVE_INFINITY, true);
    private static final Range FRACTION = new Range(0, false, 1, true);

    private final RandomGenerator random;
    private final Features features;
    private final View view;
    private final Scope scope;
    private final ExprGrower grower;
    private final RuleBuilder rule;
    private final List<Expr> hypers = new ArrayList<>();
    private final List<Expr> states = new ArrayList<>();
    private int count;

    RuleGrower(RandomGenerator random, Features features, String name) {
        this.random = random;
        this.features = features;
        this.view = features.has(Feature.ROWS_AND_COLS) && chance(25) ? View.LAST : View.FIRST;
        this.scope = new Scope(random);
        this.grower = new ExprGrower(random, features, scope, view);
        this.rule = new RuleBuilder(name, view);
    }

    EquationSystem grow() {
        declareLeaves();
        declareStates();
        if (features.has(Feature.HISTORIES)) {
            declareHistories();
        }
        for (int i = 0; i < features.equations(); i++) {
            growSome();
        }
        for (Expr state : states) {
            Expr next = state.shape().isNumber() ? grower.number(state.shape()) : grower.element(state.shape());
            rule.update(state, define(RuleBuilder.stateOf(state).name(), state.shape(), next));
        }
        if (features.has(Feature.OUTPUTS) && chance(50)) {
            rule.show(states.get(0));
        }
        if (features.has(Feature.OUTPUTS) && chance(30)) {
            rule.show("report", Shape.ELEMENT, grower.element(Shape.ELEMENT));
        }
        return rule.build(grower.element(Shape.ELEMENT));
    }

    private void declareLeaves() {
        boolean perGroup = !features.has(Feature.REDUCTIONS) && !features.has(Feature.CLOCKS);
        hypers.add(rule.hyper("lr", POSITIVE, perGroup));
        hypers.add(rule.hyper("beta", FRACTION, perGroup));
        hypers.add(rule.hyper("eps", POSITIVE, perGroup));
        hypers.forEach(scope::addEverywhere);
        List.of(new Weight(), new Gradient(0), new StepCount()).forEach(scope::addEverywhere);
        if (features.has(Feature.INPUTS)) {
            scope.addEverywhere(rule.input("h", Shape.ELEMENT));
        }
        if (features.has(Feature.INPUTS) && features.has(Feature.REDUCTIONS)) {
            scope.addEverywhere(rule.input("metric", Shape.MODEL));
        }
        if (features.has(Feature.LOSS) && chance(40)) {
            scope.addEverywhere(new Loss());
        }
        if (features.has(Feature.DIMENSIONS)) {
            scope.addEverywhere(new DimensionRead(pick(Dimension.values()), view));
        }
    }

    private void declareStates() {
        int number = 1 + random.nextInt(3);
        for (int i = 1; i <= number; i++) {
            Shape shape = stateShape();
            Storage storage = features.has(Feature.STORAGE) && chance(30) ? pick(Storage.values()) : Storage.NATIVE;
            Expr state = rule.state("m" + i, StateKind.DECLARED, shape, storage, start(shape));
            states.add(state);
            scope.addEverywhere(state);
        }
    }

    private Shape stateShape() {
        if (chance(60)) {
            return Shape.ELEMENT;
        }
        if (features.has(Feature.ROWS_AND_COLS) && chance(40)) {
            return chance(50) ? Shape.ROW : Shape.COL;
        }
        return features.has(Feature.REDUCTIONS) && chance(70) ? pick(Shape.TENSOR, Shape.MODEL) : Shape.STEP;
    }

    private Expr start(Shape shape) {
        if (shape.equals(Shape.ELEMENT) && chance(30)) {
            return new Weight();
        }
        Expr number = chance(30)
                ? new Apply(Operator.MULTIPLY, hypers.get(0), new Constant(2))
                : new Constant(chance(70) ? 0 : 0.5);
        return shape.isNumber() ? number : new Narrow(number);
    }

    private void declareHistories() {
        if (chance(50)) {
            Expr origin = rule.state("w[0]", StateKind.ORIGIN, Shape.ELEMENT, new Weight());
            rule.update(origin, origin);
            scope.addEverywhere(origin);
        }
        if (chance(50)) {
            history("g[t-2]", history("g[t-1]", new Gradient(0)));
        }
        if (chance(30)) {
            Expr before = rule.state("w[t-2]", StateKind.HISTORY, Shape.ELEMENT, new Weight());
            rule.update(before, new Weight());
            scope.addEverywhere(before);
        }
    }

    /** What a value was a step ago. */
    private Expr history(String name, Expr value) {
        Shape shape = Shape.STEP.join(value.shape());
        Expr past = rule.state(name, StateKind.HISTORY, shape, RandomRules.zero(shape));
        rule.update(past, value);
        scope.add(past);
        return past;
    }

    private void growSome() {
        int choice = random.nextInt(10);
        if (choice == 0 && features.has(Feature.CLOCKS)) {
            growPart();
        } else if (choice == 1 && features.has(Feature.SECOND_EVALUATION) && rule.gradients() == 1) {
            scope.addEverywhere(rule.evaluate(grower.element(Shape.ELEMENT)));
        } else if (choice == 2 && features.has(Feature.CHECKS)) {
            Expr value = new Apply(Operator.CLAMP, hypers.get(0), new Constant(0), new Constant(1));
            rule.check("part.beta", value, new Range(0, false, 1, false));
        } else {
            growEquation();
        }
    }

    private void growEquation() {
        boolean reductions = features.has(Feature.REDUCTIONS);
        Expr value =
                switch (random.nextInt(6)) {
                    case 0 -> grower.condition(features.has(Feature.ELEMENT_CHOICES) ? Shape.ELEMENT : Shape.STEP);
                    case 1 -> grower.number(Shape.STEP);
                    case 2 -> grower.number(reductions ? Shape.TENSOR : Shape.STEP);
                    default -> grower.element(Shape.ELEMENT);
                };
        String name = fresh("u");
        Expr read = define(name, value.shape(), value);
        if (features.has(Feature.HISTORIES) && value.kind() == Kind.NUMBER && chance(15)) {
            history(name + "[t-1]", read);
        }
    }

    private Expr define(String name, Shape shape, Expr value) {
        Expr read = rule.let(name, shape, value);
        scope.add(read);
        return read;
    }

    /** {@code x = part(…) when c}: a condition, a clock below the current one, equations on it, the value held between. */
    private void growPart() {
        Clock outer = rule.clock();
        String part = fresh("p");
        Expr condition = chance(50) || !features.has(Feature.FUNCTIONS)
                ? grower.condition(features.has(Feature.REDUCTIONS) ? Shape.MODEL : Shape.STEP)
                : everyOtherStep();
        Expr when = define(part + ".when", condition.shape(), condition);
        rule.when(part, part + ".when");
        scope.enter(rule.clock());
        Shape countShape = outer.isBase() ? Shape.STEP.join(when.shape()) : Shape.MODEL;
        Expr past = rule.state(part + ".t", StateKind.CLOCK, countShape, new Constant(0));
        rule.update(past, define(part + ".t", countShape, new Apply(Operator.ADD, past, new Constant(1))));
        if (outer.isBase() && chance(20)) {
            growPart();
        }
        Expr result = define(part + ".result", Shape.ELEMENT, grower.element(Shape.ELEMENT));
        Expr held = rule.state(part, StateKind.HELD, Shape.ELEMENT, RandomRules.zero(Shape.ELEMENT));
        rule.update(held, result);
        rule.on(outer);
        scope.enter(outer);
        define(part, Shape.ELEMENT, new Apply(Operator.CHOOSE, when, result, held));
    }

    private Expr everyOtherStep() {
        Expr rest = new Apply(Operator.MOD, new StepCount(), new Constant(2));
        return new Apply(Operator.EQUAL, rest, new Constant(0));
    }

    private String fresh(String prefix) {
        count++;
        return prefix + count;
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
