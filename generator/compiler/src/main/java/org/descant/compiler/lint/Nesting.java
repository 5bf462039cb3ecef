package org.descant.compiler.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.VariableTerm;

/** How deep a rule nests, through the equations that it reads: terms are followed by recursion. */
final class Nesting {
    private static final int LIMIT = 400;

    private Nesting() {}

    /** Whether a program wrote it: a chain of hundreds of operators, maybe cut into equations. */
    static boolean isDeep(RuleModel model) {
        Map<String, Integer> depths = new HashMap<>();
        for (ModelEquation equation : model.equations()) {
            int depth = depth(equation.value(), depths);
            if (depth > LIMIT) {
                return true;
            }
            depths.put(equation.name(), depth);
        }
        return false;
    }

    private static int depth(Term root, Map<String, Integer> depths) {
        int deepest = 0;
        List<Term> level = List.of(root);
        for (int depth = 1; !level.isEmpty() && depth <= LIMIT + 1; depth++) {
            deepest = Math.max(deepest, depth);
            for (Term term : level) {
                if (term instanceof VariableTerm variable) {
                    deepest = Math.max(deepest, depth + depths.getOrDefault(variable.name(), 0));
                }
            }
            level = level.stream().flatMap(term -> operands(term).stream()).toList();
        }
        return deepest;
    }

    private static List<Term> operands(Term term) {
        if (term instanceof ApplyTerm apply) {
            return apply.operands();
        }
        return term instanceof ReduceTerm reduce ? reduce.arguments() : List.of();
    }
}
