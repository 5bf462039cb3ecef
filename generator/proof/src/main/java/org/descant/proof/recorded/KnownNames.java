package org.descant.proof.recorded;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.State;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;

/** What a setting can name: on its left what a rule has, on its right what a recording has. */
final class KnownNames {
    private final String rule;
    private final String recording;
    private final Set<String> settable = new LinkedHashSet<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> recorded = new LinkedHashSet<>();

    /**
     * @param plain the rule before any option is chosen
     * @param chosen the rule with its options
     */
    KnownNames(EquationSystem plain, EquationSystem chosen, Trajectory trajectory) {
        rule = plain.name();
        recording = trajectory.name();
        add(chosen);
        add(plain);
        recorded.addAll(trajectory.hypers().keySet());
        recorded.addAll(trajectory.options().keySet());
        for (RecordedStep step : trajectory.steps()) {
            recorded.addAll(step.inputs().keySet());
            recorded.addAll(step.states().keySet());
        }
    }

    private void add(EquationSystem system) {
        system.hypers().stream().map(Hyper::name).forEach(settable::add);
        system.options().stream().map(OptionValue::name).forEach(settable::add);
        system.inputs().stream().map(Input::name).forEach(shown::add);
        system.states().stream().map(State::name).forEach(shown::add);
        system.outputs().stream().map(Output::name).forEach(shown::add);
    }

    /** @throws RecordingMismatchException for the first setting that names what is not there */
    void check(Map<String, String> with) {
        with.forEach((name, value) -> {
            if (!settable.contains(name) && !shown.contains(name)) {
                throw new RecordingMismatchException(name + " = " + value + ": " + rule
                        + " has no hyperparameter or option '" + name + "'; it has " + list(settable));
            }
            boolean isValue = value.equals("true")
                    || value.equals("false")
                    || RecordedRun.number(value).isPresent();
            if (!isValue && !recorded.contains(value)) {
                throw new RecordingMismatchException(name + " = " + value + ": '" + value
                        + "' is neither a value nor a name of the recording " + recording + ", which has "
                        + list(recorded));
            }
        });
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
