package org.descant.peers.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.descant.peers.speed.Loops.Rates;
import org.descant.speed.twin.CFunction;
import org.descant.speed.twin.Gcc;

/** The equations by hand in C, each workload in as few passes over memory as it takes: {@code steps.c}. What others are measured by. */
final class HandWrittenC implements Contender {
    @Override
    public String name() {
        return "C by hand";
    }

    @Override
    public Course start(Workload workload, Size size) {
        AtomicReference<String> missing = new AtomicReference<>("");
        Gcc gcc = Gcc.find(missing::set).orElseThrow(() -> new IllegalStateException(missing.get()));
        String function =
                switch (workload) {
                    case ADAMW -> "adamw";
                    case TRAINING_STEP -> "training_step";
                };
        return new InC(workload, size, CFunction.of(text(), function, gcc));
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(HandWrittenC.class.getResourceAsStream("steps.c"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class InC implements Course {
        private static final int AVERAGE = 2;

        private final Workload workload;
        private final CFunction function;
        private final Tensors tensors;
        private final Object[] arrays;
        private final long[] sizes;
        private int step;

        InC(Workload workload, Size size, CFunction function) {
            this.workload = workload;
            this.function = function;
            int states = workload == Workload.ADAMW ? AVERAGE : AVERAGE + 1;
            tensors = Tensors.separate(size, states);
            sizes = new long[] {size.tensors(), size.length()};
            if (workload == Workload.TRAINING_STEP) {
                tensors.copyValues(AVERAGE);
            }
            arrays = new Object[(2 + states) * size.tensors()];
            int place = 0;
            for (int tensor = 0; tensor < size.tensors(); tensor++) {
                arrays[place++] = tensors.values(tensor);
                arrays[place++] = tensors.gradient(tensor);
                for (int state = 0; state < states; state++) {
                    arrays[place++] = tensors.state(state, tensor);
                }
            }
        }

        @Override
        public void refill() {
            tensors.refill();
        }

        @Override
        public void step() {
            call(1);
        }

        /** Steps with the numbers of the first of them; the nanoseconds that all took. */
        private long call(int steps) {
            Rates rates = Rates.of(workload, step + 1);
            step += steps;
            return function.call(arrays, new double[] {rates.shrink(), rates.rate(), rates.root()}, sizes, steps);
        }

        @Override
        public double nanos(int steps) {
            long sum = 0;
            for (int done = 0; done < steps; done += STRETCH) {
                refill();
                sum += call(Math.min(STRETCH, steps - done));
            }
            return (double) sum / steps;
        }

        @Override
        public double[] values() {
            return tensors.last();
        }

        @Override
        public void close() {
            function.close();
        }
    }
}
