package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.model.Term;

/**
 * Turns a checked term into an expression: numbers are narrowed where they meet rows, columns or elements, and reductions become those that
 * the equation system has.
 */
final class LowerTerm implements Term.Visitor<Expr> {
    private final Typing.Types types;
    private final Names names;
    private final Optional<Parts> parts;
    private final IdentityHashMap<Term, Expr> done = new IdentityHashMap<>();
    private final IdentityHashMap<Expr, Integer> depths = new IdentityHashMap<>();

    private LowerTerm(Typing.Types types, Names names, Optional<Parts> parts) {
        this.types = types;
        this.names = names;
        this.parts = parts;
    }

    /** The expression of a term, cut into parts where it is deep and parts may be made. */
    static Expr lower(TermOrder order, Typing.Types types, Names names, Optional<Parts> parts) {
        LowerTerm lower = new LowerTerm(types, names, parts);
        for (Term term : order.terms()) {
            lower.done.put(term, lower.shallow(term.accept(lower)));
        }
        return lower.of(order.root());
    }

    /** An expression as it is assigned to something of a shape. */
    static Expr assigned(Expr value, Shape shape) {
        boolean meets = !shape.isNumber()
                && value.kind() == Kind.NUMBER
                && value.shape().isNumber();
        return meets ? new Narrow(value) : value;
    }

    private Expr shallow(Expr expr) {
        int depth = depth(expr);
        if (depth >= Parts.DEEPEST && parts.isPresent()) {
            return parts.get().cut(expr);
        }
        depths.put(expr, depth);
        return expr;
    }

    private int depth(Expr expr) {
        Integer known = depths.get(expr);
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (Expr operand : Subexpressions.of(expr)) {
            depth = Math.max(depth, 1 + depth(operand));
        }
        return depth;
    }

    private Expr of(Term term) {
        Expr expr = done.get(term);
        if (expr == null) {
            throw new IllegalArgumentException(
                    "a term was read before it was lowered: " + term.span().text());
        }
        return expr;
    }

    @Override
    public Expr visitNumber(Term.NumberTerm number) {
        return new Constant(number.value());
    }

    @Override
    public Expr visitTruth(Term.TruthTerm truth) {
        return new Truth(truth.value());
    }

    @Override
    public Expr visitHyper(Term.HyperTerm hyper) {
        return new HyperRead(names.hyper(hyper.name()));
    }

    @Override
    public Expr visitStep(Term.StepTerm step) {
        return new StepCount();
    }

    @Override
    public Expr visitVariable(Term.VariableTerm variable) {
        return new Read(names.variable(variable.name()));
    }

    @Override
    public Expr visitPrevious(Term.PreviousTerm previous) {
        return new Previous(names.state(previous.state()));
    }

    @Override
    public Expr visitWeight(Term.WeightTerm weight) {
        return new Weight();
    }

    @Override
    public Expr visitGradient(Term.GradientTerm gradient) {
        return new Gradient(gradient.evaluation());
    }

    @Override
    public Expr visitInput(Term.InputTerm input) {
        return new InputRead(names.input(input.name()));
    }

    @Override
    public Expr visitLoss(Term.LossTerm loss) {
        return new Loss();
    }

    @Override
    public Expr visitDimension(Term.DimensionTerm dimension) {
        return new DimensionRead(dimension.dimension(), dimension.view());
    }

    @Override
    public Expr visitApply(Term.ApplyTerm term) {
        List<Expr> operands = term.operands().stream().map(this::of).toList();
        if (!term.operator().isChoice()) {
            return apply(term.operator(), types.get(term).shape(), operands);
        }
        Operator operator = operands.get(1).kind() == Kind.BOOLEAN ? Operator.CHOOSE_TRUTH : Operator.CHOOSE;
        return apply(operator, types.get(term).shape(), operands);
    }

    @Override
    public Expr visitReduce(Term.ReduceTerm term) {
        Expr x = of(term.arguments().get(0));
        return switch (term.word()) {
            case SUM -> reduce(Reduction.SUM, x, term);
            case MEAN -> reduce(Reduction.MEAN, x, term);
            case AMAX -> reduce(Reduction.AMAX, x, term);
            case AMIN -> reduce(Reduction.AMIN, x, term);
            case NORM1 -> reduce(Reduction.SUM, new Apply(Operator.ABS, x), term);
            case NORM -> new Apply(Operator.SQRT, reduce(Reduction.SUM, new Apply(Operator.SQUARE, x), term));
            case RMS -> new Apply(Operator.SQRT, reduce(Reduction.MEAN, new Apply(Operator.SQUARE, x), term));
            case DOT -> {
                List<Expr> factors = List.of(x, of(term.arguments().get(1)));
                Shape shape = factors.get(0).shape().join(factors.get(1).shape());
                yield reduce(Reduction.SUM, apply(Operator.MULTIPLY, shape, factors), term);
            }
        };
    }

    private Expr reduce(Reduction reduction, Expr argument, Term.ReduceTerm term) {
        return new Reduce(reduction, argument, types.get(term).shape(), term.view());
    }

    private static Expr apply(Operator operator, Shape shape, List<Expr> operands) {
        List<Expr> narrowed = new ArrayList<>();
        for (Expr operand : operands) {
            narrowed.add(assigned(operand, shape));
        }
        return new Apply(operator, narrowed);
    }
}
