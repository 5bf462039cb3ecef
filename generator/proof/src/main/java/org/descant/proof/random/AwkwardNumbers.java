package org.descant.proof.random;

import org.descant.compiler.ir.Hyper;

/** {@linkplain org.descant.harness.numbers.AwkwardNumbers Awkward numbers} for rules. */
public final class AwkwardNumbers {
    private final org.descant.harness.numbers.AwkwardNumbers numbers;

    private AwkwardNumbers(org.descant.harness.numbers.AwkwardNumbers numbers) {
        this.numbers = numbers;
    }

    /** A source that is all awkward, all ordinary or between, as the seed has it: one NaN soon makes everything NaN. */
    public static AwkwardNumbers source(long seed) {
        return new AwkwardNumbers(org.descant.harness.numbers.AwkwardNumbers.source(seed));
    }

    /** A source of nothing but ordinary numbers. */
    public static AwkwardNumbers ordinary(long seed) {
        return new AwkwardNumbers(org.descant.harness.numbers.AwkwardNumbers.ordinary(seed));
    }

    public double next() {
        return numbers.next();
    }

    public double[] next(int count) {
        return numbers.next(count);
    }

    /** A value within the range of a hyperparameter: mostly ordinary. */
    public double next(Hyper hyper) {
        return numbers.next(hyper.range()::contains, hyper.defaultValue());
    }
}
