package org.descant.proof.recorded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule with values for its parameters, as a table of recordings writes it: {@code cosine(t - 1, base: 0.1, total: 25)}.
 *
 * @param with the values by the names of the parameters
 */
record ScheduleCall(String schedule, Map<String, String> with) {
    private static final Pattern CALL = Pattern.compile("(?<name>\\w+)\\(t - 1(?<arguments>(?:, \\w+: [^,()]+)*)\\)");

    /** None if the expression is another one, such as two schedules joined. */
    static Optional<ScheduleCall> of(String expression) {
        Matcher call = CALL.matcher(expression);
        if (!call.matches()) {
            return Optional.empty();
        }
        Map<String, String> with = new LinkedHashMap<>();
        for (String argument : call.group("arguments").split(", ", -1)) {
            if (!argument.isEmpty()) {
                String[] sides = argument.split(": ", 2);
                with.put(sides[0], sides[1].strip());
            }
        }
        return Optional.of(new ScheduleCall(call.group("name"), with));
    }
}
