package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;

/** Turns a checked model into the equation system. */
final class LowerModel {
    private final RuleModel model;
    private final Roots roots;
    private final Typing typing;
    private final Names names = new Names();
    private final List<Equation> equations = new ArrayList<>();

    LowerModel(RuleModel model, Roots roots, Typing typing) {
        this.model = model;
        this.roots = roots;
        this.typing = typing;
    }

    EquationSystem run() {
        List<Hyper> hypers = hypers();
        hypers.forEach(names::add);
        List<Input> inputs = model.inputs().stream().map(this::input).toList();
        inputs.forEach(names::add);
        List<State> states = roots.states().stream().map(this::state).toList();
        states.forEach(names::add);
        for (Roots.Of<ModelEquation> equation : roots.equations()) {
            ModelEquation owner = equation.owner();
            Type type = typing.variables.getOrDefault(owner.name(), Type.LEAST);
            names.add(new Variable(owner.name(), kind(type), type.shape(), view(type)));
        }
        List<Evaluation> evaluations = equationsAndPoints();
        List<Update> updates = roots.states().stream().map(this::update).toList();
        List<RangeCheck> checks = roots.checks().stream()
                .filter(check -> Shape.STEP.contains(typing.of(check.term()).shape()))
                .map(this::check)
                .toList();
        return new EquationSystem(
                model.name(),
                model.doc(),
                hypers,
                model.options(),
                inputs,
                states,
                equations,
                updates,
                names.variable(model.weight()),
                withOrigins(evaluations, equations),
                checks,
                model.outputs().stream()
                        .map(output -> new Output(output.name(), names.state(output.state())))
                        .toList(),
                roots.all().stream()
                        .flatMap(each -> each.term().terms().stream())
                        .anyMatch(Term.LossTerm.class::isInstance),
                model.origin());
    }

    private List<Hyper> hypers() {
        Set<String> shared = Reach.shared(model, roots, typing);
        return model.hypers().stream()
                .map(hyper -> new Hyper(
                        hyper.name(), hyper.doc(), hyper.defaultValue(), hyper.range(), !shared.contains(hyper.name())))
                .toList();
    }

    private Input input(ModelInput input) {
        Type type = typing.inputs.getOrDefault(input.name(), Type.LEAST);
        return new Input(input.name(), type.shape(), type.view());
    }

    private static Kind kind(Type type) {
        return type.isBoolean() ? Kind.BOOLEAN : Kind.NUMBER;
    }

    private static View view(Type type) {
        return type.shape().hasView() ? type.view() : View.FIRST;
    }

    private State state(Roots.OfState root) {
        ModelState state = root.owner();
        Type type = typing.states.getOrDefault(state.name(), Type.LEAST);
        Expr start = LowerTerm.lower(root.start(), typing.all(root.start()), names, Optional.empty());
        return new State(state.name(), state.kind(), type.shape(), view(type), state.storage(), start, state.clock());
    }

    /** A point's parts stand before the first equation that reads its gradient: there all that they read is known. */
    private List<Evaluation> equationsAndPoints() {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Roots.Of<ModelEquation> equation : roots.equations()) {
            for (Term term : equation.term().terms()) {
                addPoints(evaluations, required(term));
            }
            ModelEquation owner = equation.owner();
            Variable target = names.variable(owner.name());
            Expr value = lower(equation.term(), owner.name(), owner.clock(), owner.origin());
            equations.add(
                    new Equation(target, LowerTerm.assigned(value, target.shape()), owner.clock(), owner.origin()));
        }
        addPoints(evaluations, roots.points().size());
        return evaluations;
    }

    /** How many evaluations, in their order, must have been made before a term can be read. */
    private int required(Term term) {
        if (term instanceof Term.GradientTerm gradient) {
            for (int i = 0; i < roots.points().size(); i++) {
                if (roots.points().get(i).owner().index() == gradient.evaluation()) {
                    return i + 1;
                }
            }
        }
        return term instanceof Term.LossTerm ? 1 : 0;
    }

    private void addPoints(List<Evaluation> evaluations, int upTo) {
        for (int i = evaluations.size(); i < upTo; i++) {
            Roots.Of<ModelEvaluation> point = roots.points().get(i);
            ModelEvaluation owner = point.owner();
            Expr value = lower(point.term(), "grad" + owner.index(), owner.clock(), model.origin());
            Expr at = LowerTerm.assigned(value, Shape.ELEMENT);
            evaluations.add(new Evaluation(owner.index(), at, owner.clock()));
        }
    }

    /** The evaluations with the equations that ask for them; others may read what they gave under a further name. */
    private static List<Evaluation> withOrigins(List<Evaluation> evaluations, List<Equation> equations) {
        return evaluations.stream()
                .map(evaluation -> new Evaluation(
                        evaluation.index(),
                        evaluation.point(),
                        evaluation.clock(),
                        equations.stream()
                                .filter(equation -> Subexpressions.within(equation.value())
                                        .contains(new Gradient(evaluation.index())))
                                .map(Equation::origin)
                                .filter(origin -> origin.text().contains("grad("))
                                .findFirst()))
                .toList();
    }

    private Update update(Roots.OfState root) {
        ModelState owner = root.owner();
        State state = names.state(owner.name());
        Expr next = lower(root.next(), owner.name(), owner.clock(), model.origin());
        return new Update(state, LowerTerm.assigned(next, state.shape()));
    }

    private RangeCheck check(Roots.Of<ModelCheck> check) {
        ModelCheck owner = check.owner();
        Expr value = lower(check.term(), owner.name(), owner.clock(), model.origin());
        return new RangeCheck(owner.name(), owner.description(), value, owner.range(), owner.clock());
    }

    private Expr lower(TermOrder order, String owner, Clock clock, Origin origin) {
        Parts parts = new Parts(owner, clock, origin, names);
        Expr value = LowerTerm.lower(order, typing.all(order), names, Optional.of(parts));
        equations.addAll(parts.equations());
        return value;
    }
}
