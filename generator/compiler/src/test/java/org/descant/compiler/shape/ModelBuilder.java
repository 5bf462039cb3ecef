package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** Models written by hand, for tests that do without the stages before. */
public final class ModelBuilder {
    private static final Span SPAN = new SourceText("<test>", "?").span();
    private static final Origin ORIGIN = new Origin("?", SPAN);

    private final List<Hyper> hypers = new ArrayList<>();
    private final List<ModelState> states = new ArrayList<>();
    private final List<ModelEquation> equations = new ArrayList<>();

    public static Term number(double value) {
        return new Term.NumberTerm(value, SPAN);
    }

    public static Term read(String name) {
        return new Term.VariableTerm(name, SPAN);
    }

    public static Term previous(String state) {
        return new Term.PreviousTerm(state, SPAN);
    }

    public static Term hyper(String name) {
        return new Term.HyperTerm(name, SPAN);
    }

    public static Term step() {
        return new Term.StepTerm(SPAN);
    }

    public static Term weight() {
        return new Term.WeightTerm(SPAN);
    }

    public static Term gradient() {
        return new Term.GradientTerm(0, SPAN);
    }

    public static Term apply(Operator operator, Term... operands) {
        return new Term.ApplyTerm(operator, List.of(operands), SPAN);
    }

    public ModelBuilder hyper(String name, double value) {
        hypers.add(new Hyper(name, "", value, Range.ALL, true));
        return this;
    }

    /** A declared state whose value at t is the equation of its name. */
    public ModelBuilder state(String name, Term start, Term value) {
        states.add(new ModelState(
                name,
                StateKind.DECLARED,
                Optional.empty(),
                View.FIRST,
                Storage.NATIVE,
                start,
                read(name),
                Clock.BASE,
                SPAN));
        return equation(name, value);
    }

    public ModelBuilder equation(String name, Term value) {
        equations.add(new ModelEquation(name, value, Clock.BASE, View.FIRST, ORIGIN));
        return this;
    }

    /** The model whose equation {@code w} is the parameter. */
    public RuleModel build() {
        return new RuleModel(
                "Test",
                "",
                hypers,
                List.of(),
                List.of(),
                states,
                equations,
                "w",
                List.of(new ModelEvaluation(0, weight(), Clock.BASE)),
                List.of(),
                List.of(),
                List.of(),
                ORIGIN);
    }

    /** Adam as its paper has it, element-wise. */
    public static RuleModel adam() {
        return new ModelBuilder()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .state("m", number(0), average("m", "beta1", gradient()))
                .state("v", number(0), average("v", "beta2", apply(Operator.SQUARE, gradient())))
                .equation("mhat", debiased("m", "beta1"))
                .equation("vhat", debiased("v", "beta2"))
                .equation(
                        "w",
                        apply(
                                Operator.SUBTRACT,
                                weight(),
                                apply(
                                        Operator.DIVIDE,
                                        apply(Operator.MULTIPLY, hyper("lr"), read("mhat")),
                                        apply(Operator.ADD, apply(Operator.SQRT, read("vhat")), hyper("eps")))))
                .build();
    }

    private static Term average(String state, String beta, Term x) {
        return apply(
                Operator.ADD,
                apply(Operator.MULTIPLY, hyper(beta), previous(state)),
                apply(Operator.MULTIPLY, apply(Operator.SUBTRACT, number(1), hyper(beta)), x));
    }

    private static Term debiased(String state, String beta) {
        Term weight = apply(Operator.SUBTRACT, number(1), apply(Operator.POWER, hyper(beta), step()));
        return apply(Operator.DIVIDE, read(state), weight);
    }
}
