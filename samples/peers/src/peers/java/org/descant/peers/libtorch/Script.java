package org.descant.peers.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.Function;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Course;
import org.descant.peers.speed.Size;
import org.descant.peers.speed.Workload;

/**
 * A step that is one function of TorchScript, {@code steps.py}.
 *
 * @param form the end of its name
 */
record Script(String name, String form) implements Contender {
    @Override
    public Course start(Workload workload, Size size) throws IOException {
        LibtorchLibrary.load();
        try (InputStream stream = Objects.requireNonNull(Script.class.getResourceAsStream("steps.py"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Steps(
                    workload, size, torch.compile(text), workload.name().toLowerCase(Locale.ROOT) + "_" + form);
        }
    }

    private static final class Steps implements Course {
        private final Workload workload;
        private final CompilationUnit unit;
        private final Function function;
        private final TorchModel model;
        private final List<Tensor[]> states;
        private final IValue[] arguments;
        private int step;

        Steps(Workload workload, Size size, CompilationUnit unit, String function) {
            this.workload = workload;
            this.unit = unit;
            this.function = unit.get_function(new QualifiedName(function));
            model = new TorchModel(size);
            states = List.of(
                    model.zeros(),
                    model.zeros(),
                    model.counters(),
                    workload == Workload.ADAMW ? model.counters() : model.copiesOfValues());
            // Behind the tensors, the rate and the number of the step.
            arguments = new IValue[2 + states.size() + 2];
            arguments[0] = list(model.values());
            arguments[1] = list(model.gradients());
            for (int i = 0; i < states.size(); i++) {
                arguments[2 + i] = list(states.get(i));
            }
        }

        private IValue list(Tensor[] tensors) {
            Function append = unit.get_function(new QualifiedName("append"));
            IValue list =
                    unit.get_function(new QualifiedName("list_of")).apply(new IValueVector(new IValue(tensors[0])));
            for (int i = 1; i < tensors.length; i++) {
                append.apply(new IValueVector(list, new IValue(tensors[i]))).close();
            }
            return list;
        }

        @Override
        public void refill() {
            model.refill();
        }

        @Override
        public void step() {
            step++;
            try (IValue rate = new IValue(workload.rate(step));
                    IValue number = new IValue((double) step)) {
                arguments[arguments.length - 2] = rate;
                arguments[arguments.length - 1] = number;
                try (IValueVector stack = new IValueVector(arguments)) {
                    function.run(stack);
                }
            }
        }

        @Override
        public double[] values() {
            return model.last();
        }

        @Override
        public void close() {
            for (int i = 0; i < 2 + states.size(); i++) {
                arguments[i].close();
            }
            states.forEach(TorchModel::close);
            model.close();
            unit.close();
        }
    }
}
