package org.descant.compiler.ir;

import java.util.List;

/**
 * A whole rule, flat. The equations stand in an order in which each reads only what stands above it.
 *
 * @param doc the documentation of the rule, as written
 * @param weight the variable that is w[t]
 * @param evaluations in the order in which they are made
 * @param usesLoss whether the loss of the first evaluation is read
 */
public record EquationSystem(
        String name,
        String doc,
        List<Hyper> hypers,
        List<OptionValue> options,
        List<Input> inputs,
        List<State> states,
        List<Equation> equations,
        List<Update> updates,
        Variable weight,
        List<Evaluation> evaluations,
        List<RangeCheck> checks,
        List<Output> outputs,
        boolean usesLoss,
        Origin origin) {
    public EquationSystem {
        hypers = List.copyOf(hypers);
        options = List.copyOf(options);
        inputs = List.copyOf(inputs);
        states = List.copyOf(states);
        equations = List.copyOf(equations);
        updates = List.copyOf(updates);
        evaluations = List.copyOf(evaluations);
        checks = List.copyOf(checks);
        outputs = List.copyOf(outputs);
    }
}
