package org.descant.speed.twin;

import java.util.List;

/** The numbers and the conditions that the loops of a step were given, one loop behind the other. */
record Given(List<Double> numbers, List<Boolean> flags) {
    Given {
        numbers = List.copyOf(numbers);
        flags = List.copyOf(flags);
    }

    double[] values() {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    boolean[] conditions() {
        boolean[] conditions = new boolean[flags.size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = flags.get(i);
        }
        return conditions;
    }
}
