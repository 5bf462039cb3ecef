package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.ModelOutput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;

/** A rule model while it is written, its parts in the order in which they were met, which is the order of the text. */
final class Draft {
    /** More equations than any rule that a person wants; parts that apply parts can multiply without bound. */
    private static final int EQUATION_LIMIT = 20_000;

    final Map<String, Hyper> hypers = new LinkedHashMap<>();
    final Map<String, OptionValue> options = new LinkedHashMap<>();
    final Map<String, ModelInput> inputs = new LinkedHashMap<>();
    final Map<String, ModelState> states = new LinkedHashMap<>();
    final Map<String, ModelEquation> equations = new LinkedHashMap<>();
    final List<ModelEvaluation> evaluations = new ArrayList<>();
    final List<ModelCheck> checks = new ArrayList<>();
    final List<ModelOutput> outputs = new ArrayList<>();
    private final Map<String, Integer> numbered = new HashMap<>();

    void add(String name, Term value, Clock clock, View view, Origin origin) {
        if (equations.size() + states.size() >= EQUATION_LIMIT) {
            throw new RuleTooLarge(
                    "with its parts written out, the rule has more than " + EQUATION_LIMIT + " equations");
        }
        equations.put(name, new ModelEquation(name, value, clock, view, origin));
    }

    void add(ModelState state) {
        if (equations.size() + states.size() >= EQUATION_LIMIT) {
            throw new RuleTooLarge(
                    "with its parts written out, the rule has more than " + EQUATION_LIMIT + " equations");
        }
        states.put(state.name(), state);
    }

    /** A name that nothing else has: {@code stem#1}, {@code stem#2}, and so on. */
    String number(String stem) {
        return stem + "#" + numbered.merge(stem, 1, Integer::sum);
    }
}
