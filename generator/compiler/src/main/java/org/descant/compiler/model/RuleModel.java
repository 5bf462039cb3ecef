package org.descant.compiler.model;

import java.util.List;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Origin;

/**
 * A whole rule, flat, equations in an order in which each reads only what stands above it.
 *
 * @param weight the name of the equation that is w[t]
 * @param calls where defs, schedules and rules are applied, callers before what they apply
 */
public record RuleModel(
        String name,
        String doc,
        List<Hyper> hypers,
        List<OptionValue> options,
        List<ModelInput> inputs,
        List<ModelState> states,
        List<ModelEquation> equations,
        String weight,
        List<ModelEvaluation> evaluations,
        List<ModelCheck> checks,
        List<ModelOutput> outputs,
        List<ModelCall> calls,
        Origin origin) {
    public RuleModel {
        hypers = List.copyOf(hypers);
        options = List.copyOf(options);
        inputs = List.copyOf(inputs);
        states = List.copyOf(states);
        equations = List.copyOf(equations);
        evaluations = List.copyOf(evaluations);
        checks = List.copyOf(checks);
        outputs = List.copyOf(outputs);
        calls = List.copyOf(calls);
    }
}
