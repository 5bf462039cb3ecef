package org.descant.compiler.lint;

import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;

/** Between which bounds the hyperparameters, equations and states of a rule lie, as far as is known. */
final class Bounds {
    private final Map<String, Interval> hypers = new HashMap<>();
    private final Map<String, Interval> states = new HashMap<>();
    private final Map<String, Interval> variables = new HashMap<>();
    private final Map<String, Term> equations = new HashMap<>();

    Bounds(RuleModel model) {
        for (Hyper hyper : model.hypers()) {
            hypers.put(hyper.name(), Interval.of(hyper.range()));
        }
        for (ModelEquation equation : model.equations()) {
            equations.put(equation.name(), equation.value());
        }
    }

    Interval hyper(String name) {
        return hypers.getOrDefault(name, Interval.ALL);
    }

    Interval state(String name) {
        return states.getOrDefault(name, Interval.ALL);
    }

    Interval variable(String name) {
        return variables.getOrDefault(name, Interval.ALL);
    }

    /** What an equation is made of; the term itself for anything else. */
    Term definition(Term term) {
        return term instanceof Term.VariableTerm variable ? equations.getOrDefault(variable.name(), term) : term;
    }

    void state(String name, Interval bounds) {
        states.put(name, bounds);
    }

    void variable(String name, Interval bounds) {
        variables.put(name, bounds);
    }
}
