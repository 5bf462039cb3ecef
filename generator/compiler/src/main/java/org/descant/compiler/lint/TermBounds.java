package org.descant.compiler.lint;

import java.util.IdentityHashMap;
import java.util.List;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.DimensionTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.compiler.model.TermPrinter;
import org.descant.runtime.Numeric;

/** The bounds of a term, from those of what it reads. */
final class TermBounds implements Term.Visitor<Interval> {
    private static final Interval FRACTION = Interval.closed(-1, 1);

    private final Bounds bounds;
    private final Facts facts;
    private final IdentityHashMap<Term, Interval> known = new IdentityHashMap<>();

    TermBounds(Bounds bounds, Facts facts) {
        this.bounds = bounds;
        this.facts = facts;
    }

    Interval of(Term term) {
        Interval interval = known.get(term);
        if (interval == null) {
            interval = facts.refine(term, term.accept(this));
            known.put(term, interval);
        }
        return interval;
    }

    /** The bounds of a term that the author adds or compares with: a hyperparameter that may be 0 is one that is not meant to be. */
    Interval chosen(Term term) {
        Interval interval = of(term);
        return bounds.definition(term) instanceof HyperTerm ? interval.withoutLowZero() : interval;
    }

    @Override
    public Interval visitNumber(NumberTerm number) {
        return Interval.closed(number.value(), number.value());
    }

    @Override
    public Interval visitTruth(TruthTerm truth) {
        return Interval.ALL;
    }

    @Override
    public Interval visitHyper(HyperTerm hyper) {
        return bounds.hyper(hyper.name());
    }

    @Override
    public Interval visitStep(StepTerm step) {
        return Interval.closed(1, Double.POSITIVE_INFINITY);
    }

    @Override
    public Interval visitVariable(VariableTerm variable) {
        return bounds.variable(variable.name());
    }

    @Override
    public Interval visitPrevious(PreviousTerm previous) {
        return bounds.state(previous.state());
    }

    @Override
    public Interval visitWeight(WeightTerm weight) {
        return Interval.ALL;
    }

    @Override
    public Interval visitGradient(GradientTerm gradient) {
        return Interval.ALL;
    }

    @Override
    public Interval visitInput(InputTerm input) {
        return Interval.ALL;
    }

    @Override
    public Interval visitLoss(LossTerm loss) {
        return Interval.ALL;
    }

    @Override
    public Interval visitDimension(DimensionTerm dimension) {
        // An empty tensor has no elements for which anything would be computed.
        return Interval.closed(dimension.dimension() == Dimension.RANK ? 0 : 1, Double.POSITIVE_INFINITY);
    }

    @Override
    public Interval visitApply(ApplyTerm apply) {
        List<Term> operands = apply.operands();
        return switch (operands.size()) {
            case 1 -> unary(apply.operator(), of(operands.get(0)));
            case 2 -> binary(apply.operator(), operands.get(0), operands.get(1));
            default -> ternary(apply.operator(), operands);
        };
    }

    private static Interval unary(Operator operator, Interval x) {
        return switch (operator) {
            case NEGATE -> x.negate();
            case SQUARE -> x.abs().times(x.abs());
            case FOURTH -> x.abs().times(x.abs()).times(x.abs()).times(x.abs());
            case CUBE -> x.map(a -> a * a * a);
            case ABS -> x.abs();
            case SIGN -> x.map(Numeric::sign).meet(FRACTION);
            case SQRT -> x.max(Interval.closed(0, 0)).map(Math::sqrt);
            case CBRT -> x.map(StrictMath::cbrt);
            case EXP -> x.map(StrictMath::exp).meet(Interval.POSITIVE);
            case LOG -> x.isNotNegative() ? x.map(StrictMath::log) : Interval.ALL;
            case LOG1P -> x.low() >= -1 ? x.map(StrictMath::log1p) : Interval.ALL;
            case EXPM1 -> x.map(StrictMath::expm1);
            case TANH -> x.map(StrictMath::tanh);
            case ERF -> x.map(Numeric::erf);
            case SIN, COS -> FRACTION;
            case FLOOR -> closed(x.map(Math::floor));
            case CEIL -> closed(x.map(Math::ceil));
            case ROUND -> closed(x.map(Math::rint));
            case BF16, F16, F32 -> x;
            default -> Interval.ALL;
        };
    }

    private static Interval closed(Interval x) {
        return Interval.closed(x.low(), x.high());
    }

    private Interval binary(Operator operator, Term a, Term b) {
        Interval x = of(a);
        Interval y = of(b);
        return switch (operator) {
            case ADD ->
                chosen(a)
                        .plus(chosen(b))
                        .meet(new Interpolation(this).bounds(a, b).orElse(Interval.ALL));
            case SUBTRACT -> difference(a, b);
            case MULTIPLY -> same(a, b) ? x.abs().times(x.abs()) : x.times(y);
            case DIVIDE -> x.over(y);
            case POWER -> power(x, y);
            case MOD ->
                y.isNotNegative()
                        ? new Interval(0, false, y.high(), true).meet(x.join(Interval.NOT_NEGATIVE))
                        : Interval.ALL;
            case MIN -> x.min(y);
            case MAX -> chosen(a).max(chosen(b));
            case HYPOT -> x.abs().max(y.abs());
            default -> Interval.ALL;
        };
    }

    private Interval difference(Term a, Term b) {
        Interval difference = of(a).plus(of(b).negate());
        return new Variance(bounds).isVariance(a, b) ? difference.meet(Interval.NOT_NEGATIVE) : difference;
    }

    private static Interval power(Interval base, Interval exponent) {
        if (!base.isNotNegative()) {
            return Interval.ALL;
        }
        if (base.high() <= 1 && exponent.isNotNegative()) {
            // At most the first power where the exponent is at least 1, at most 1 anyway.
            boolean first = exponent.low() >= 1;
            return new Interval(0, base.isPositive(), first ? base.high() : 1, first && base.highOpen());
        }
        if (base.low() >= 1 && exponent.isNotNegative()) {
            return Interval.closed(1, Double.POSITIVE_INFINITY);
        }
        if (base.low() >= 1 && exponent.high() <= 0) {
            return new Interval(0, true, 1, false);
        }
        return base.isPositive() ? Interval.POSITIVE : Interval.NOT_NEGATIVE;
    }

    private Interval ternary(Operator operator, List<Term> operands) {
        if (operator.isChoice()) {
            Term condition = operands.get(0);
            Interval then = new TermBounds(bounds, facts.given(condition, true, bounds)).of(operands.get(1));
            return then.join(new TermBounds(bounds, facts.given(condition, false, bounds)).of(operands.get(2)));
        }
        return chosen(operands.get(1)).max(of(operands.get(2)).min(of(operands.get(0))));
    }

    @Override
    public Interval visitReduce(ReduceTerm reduce) {
        Interval x = of(reduce.arguments().get(0));
        return switch (reduce.word()) {
            case SUM -> total(x);
            case NORM, NORM1 -> total(x.abs());
            case RMS -> x.abs();
            case MEAN, AMAX, AMIN -> x;
            case DOT -> {
                Term other = reduce.arguments().get(1);
                yield total(same(reduce.arguments().get(0), other) ? x.abs() : x.times(of(other)));
            }
        };
    }

    private static Interval total(Interval terms) {
        if (terms.isNotNegative()) {
            return terms.isPositive() ? Interval.POSITIVE : Interval.NOT_NEGATIVE;
        }
        return terms.high() <= 0 ? Interval.NOT_NEGATIVE.negate() : Interval.ALL;
    }

    private static boolean same(Term a, Term b) {
        return a.getClass() == b.getClass() && TermPrinter.print(a).equals(TermPrinter.print(b));
    }
}
