package org.descant.compiler.interpret;

import org.descant.compiler.ir.Reduction;

/** A reduction of all tensors to one value: of each tensor's result, in the order of the tensors. */
final class ModelReducer implements Node {
    private final Reduction reduction;
    private final Reducer perTensor;
    private final int tensors;

    ModelReducer(Reduction reduction, Reducer perTensor, int tensors) {
        this.reduction = reduction;
        this.perTensor = perTensor;
        this.tensors = tensors;
    }

    @Override
    public double at(int ignored) {
        return switch (reduction) {
            case SUM -> sum();
            case MEAN -> mean();
            case AMAX, AMIN -> extreme();
        };
    }

    private double sum() {
        double total = 0;
        for (int tensor = 0; tensor < tensors; tensor++) {
            total += perTensor.sum(tensor);
        }
        return total;
    }

    private double mean() {
        long count = 0;
        for (int tensor = 0; tensor < tensors; tensor++) {
            count += perTensor.count(tensor);
        }
        return count == 0 ? 0 : sum() / count;
    }

    private double extreme() {
        Reducer whole = Reducer.of(reduction, perTensor, new int[tensors], 1);
        return whole.at(0);
    }
}
