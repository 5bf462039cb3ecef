package org.descant.harness.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;
import org.descant.runtime.ScheduleParameter;
import org.descant.runtime.SettableSchedule;

/**
 * A generated schedule under test: {@code new ScheduleSubject("Cosine", Cosine::new)}. It moves no parameter; the value of each step is to be
 * seen as a state that has the schedule's name.
 *
 * @param create its constructor
 */
public record ScheduleSubject(String name, Supplier<? extends SettableSchedule> create) implements Subject {
    /** A schedule gives doubles, whatever it is given to. */
    @Override
    public ElementType elementType() {
        return ElementType.DOUBLE;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new ScheduleSession(create.get(), tensors);
    }

    /** A schedule at work. */
    private static final class ScheduleSession implements Session {
        private final SettableSchedule schedule;
        private final Map<String, double[]> still = new LinkedHashMap<>();
        private final Map<String, Double> set = new LinkedHashMap<>();
        private long completed;
        private double value;

        ScheduleSession(SettableSchedule schedule, List<ModelTensor> tensors) {
            this.schedule = schedule;
            tensors.forEach(tensor -> still.put(tensor.name(), tensor.values()));
            for (ScheduleParameter parameter : schedule.description().parameters()) {
                parameter.defaultValue().ifPresent(value -> set.put(parameter.name(), value));
            }
        }

        @Override
        public void set(String hyper, double number) {
            schedule.set(hyper, number);
            set.put(hyper, number);
        }

        @Override
        public void step(Feedback feedback) {
            value = schedule.value(completed++);
        }

        @Override
        public double[] values(String tensor) {
            return still.getOrDefault(tensor, new double[0]).clone();
        }

        @Override
        public Optional<double[]> state(String tensor, String slot) {
            return slot.equals(schedule.description().name()) ? Optional.of(new double[] {value}) : Optional.empty();
        }

        @Override
        public Map<String, double[]> quantities(String tensor) {
            return Map.of(schedule.description().name(), new double[] {value});
        }

        @Override
        public Map<String, Double> hypers(String tensor) {
            return Map.copyOf(set);
        }
    }
}
