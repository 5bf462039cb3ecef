package org.descant.peers.libtorch;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.descant.peers.speed.Numbers;
import org.descant.peers.speed.Size;

/** Tensors of libtorch: values and gradients as they begin, and as many of zeros as are asked for. */
final class TorchModel implements AutoCloseable {
    private final Size size;
    private final Tensor first;
    private final Tensor gradient;
    private final Tensor[] values;
    private final Tensor[] gradients;

    TorchModel(Size size) {
        this.size = size;
        first = tensor(Numbers.values(size.length()));
        gradient = tensor(Numbers.gradient(size.length()));
        values = copies(first);
        gradients = copies(gradient);
    }

    private static Tensor tensor(float[] numbers) {
        Tensor tensor = torch.empty(numbers.length);
        tensor.data_ptr_float().put(numbers, 0, numbers.length);
        return tensor;
    }

    private Tensor[] copies(Tensor original) {
        return make(original::clone);
    }

    /** As many tensors as the model has. */
    Tensor[] make(Supplier<Tensor> one) {
        Tensor[] made = new Tensor[size.tensors()];
        Arrays.setAll(made, unused -> one.get());
        return made;
    }

    Tensor[] zeros() {
        return make(() -> torch.zeros(size.length()));
    }

    /** Counters of steps. */
    Tensor[] counters() {
        return make(() -> torch.zeros(new long[0]));
    }

    Tensor[] values() {
        return values;
    }

    Tensor[] gradients() {
        return gradients;
    }

    /** Tensors with the values as they begin. */
    Tensor[] copiesOfValues() {
        return copies(first);
    }

    void refill() {
        for (Tensor each : gradients) {
            each.copy_(gradient);
        }
    }

    double[] last() {
        float[] numbers = new float[size.length()];
        values[values.length - 1].data_ptr_float().get(numbers, 0, numbers.length);
        return Numbers.doubles(numbers);
    }

    static void close(Tensor[] tensors) {
        for (Tensor tensor : tensors) {
            tensor.close();
        }
    }

    @Override
    public void close() {
        close(values);
        close(gradients);
        first.close();
        gradient.close();
    }
}
