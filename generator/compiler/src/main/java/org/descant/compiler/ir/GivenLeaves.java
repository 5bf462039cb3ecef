package org.descant.compiler.ir;

/**
 * Writes expressions in some language, where what surrounds them gives all leaves: arrays, numbers and conditions of a loop or a prologue, and what was computed before. Such a leaf never
 * comes here. One that does is a bug of the compiler, not of the rule: the plan lets nothing through that its loops and prologues do not give.
 *
 * @param <T> what an expression becomes
 */
public abstract class GivenLeaves<T> implements Expr.Visitor<T> {
    private final String language;

    /** @param language what is written, for the message of a bug */
    protected GivenLeaves(String language) {
        this.language = language;
    }

    @Override
    public final T visitHyper(HyperRead hyper) {
        throw notHere(hyper);
    }

    @Override
    public final T visitStepCount(StepCount count) {
        throw notHere(count);
    }

    @Override
    public final T visitRead(Read read) {
        throw notHere(read);
    }

    @Override
    public final T visitPrevious(Previous previous) {
        throw notHere(previous);
    }

    @Override
    public final T visitWeight(Weight weight) {
        throw notHere(weight);
    }

    @Override
    public final T visitGradient(Gradient gradient) {
        throw notHere(gradient);
    }

    @Override
    public final T visitInput(InputRead input) {
        throw notHere(input);
    }

    @Override
    public final T visitLoss(Loss loss) {
        throw notHere(loss);
    }

    @Override
    public final T visitDimension(DimensionRead dimension) {
        throw notHere(dimension);
    }

    @Override
    public final T visitReduce(Reduce reduce) {
        throw notHere(reduce);
    }

    /** A number is rounded where it is handed over; a constant is written rounded. */
    @Override
    public T visitNarrow(Narrow narrow) {
        if (narrow.number() instanceof Constant constant) {
            return visitConstant(constant);
        }
        throw notHere(narrow);
    }

    /** What is thrown for a part that should have been given, or that has no form in the language. */
    protected final IllegalStateException notHere(Expr expr) {
        return new IllegalStateException("no " + language + " for " + expr + " in this place");
    }
}
