package org.descant.compiler.interpret;

import java.util.Arrays;
import org.descant.compiler.ir.Reduction;
import org.descant.runtime.Numeric;

/** A reduction of all tensors to one value, for every group the same: of the tensors' results, in the order of the tensors. */
final class ModelReducer implements Node {
    private final Reduction reduction;
    private final Node perTensor;
    private final int entries;
    private final double[] values;

    /**
     * @param perTensor the same reduction of each tensor; of a mean, the sums
     * @param entries the number of entries of all tensors
     */
    ModelReducer(Reduction reduction, Node perTensor, int entries, int groups) {
        this.reduction = reduction;
        this.perTensor = perTensor;
        this.entries = entries;
        this.values = new double[groups];
    }

    @Override
    public double[] values() {
        Arrays.fill(values, whole(perTensor.values()));
        return values;
    }

    private double whole(double[] tensors) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : tensors) {
            sum += value;
            largest = Numeric.max(largest, value);
            smallest = Numeric.min(smallest, value);
        }
        return switch (reduction) {
            case SUM -> sum;
            case MEAN -> entries == 0 ? 0 : sum / entries;
            case AMAX -> largest;
            case AMIN -> smallest;
        };
    }
}
