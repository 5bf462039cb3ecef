package org.descant.harness.equations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.harness.recorded.Trajectory;
import org.descant.runtime.ElementType;

/**
 * An update rule as equations in the notation of recorded runs, to be executed in double.
 *
 * <pre>{@code
 * Subject adam = Equations.of(Recordings.trajectory("seed000-adam"));
 * RunResult result = Comparison.ofParameters(course, adam, mine, allowance);
 * }</pre>
 */
public final class Equations implements Subject {
    private final String name;
    private final List<Equation> lines;
    private final Map<String, Double> constants;

    private Equations(String name, List<Equation> lines, Map<String, Double> constants) {
        this.name = name;
        this.lines = lines;
        this.constants = Map.copyOf(constants);
    }

    /**
     * The equations of a text, one a line.
     *
     * @param constants values of hyperparameters and options (1 is true); what is set later need not be among them
     * @throws IllegalArgumentException if a line is not understood
     */
    public static Equations of(String name, String text, Map<String, Double> constants) {
        List<Equation> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(EquationParser::parse)
                .toList();
        return new Equations(name, lines, constants);
    }

    /**
     * The equations that a recording prints, with its hyperparameters and options.
     *
     * @throws IllegalArgumentException if they have matrix products
     */
    public static Equations of(Trajectory recording) {
        Map<String, Double> constants = new HashMap<>(recording.hypers());
        recording.options().forEach((option, value) -> constants.put(option, number(value)));
        return of("equations of " + recording.name(), recording.equations(), constants);
    }

    private static double number(String option) {
        return switch (option) {
            case "true" -> 1;
            case "false" -> 0;
            default -> Double.parseDouble(option);
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ElementType elementType() {
        return ElementType.DOUBLE;
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new EquationSession(lines, constants, tensors);
    }
}
