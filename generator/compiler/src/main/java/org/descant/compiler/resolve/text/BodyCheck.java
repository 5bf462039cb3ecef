package org.descant.compiler.resolve.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleParameter;
import org.descant.grammar.syntax.StateDeclaration;

/** What may stand in a body, and that every name is defined once. Looks at the text alone. */
public final class BodyCheck {
    private final Errors errors;
    private final ScopeKind kind;
    private final Map<String, Name> defined = new HashMap<>();
    private final Map<String, Name> rules = new HashMap<>();
    private final Map<String, Name> outputs = new HashMap<>();
    private final Map<String, StateDeclaration> states = new HashMap<>();

    public BodyCheck(Errors errors, ScopeKind kind) {
        this.errors = errors;
        this.kind = kind;
    }

    /**
     * Reports what does not belong here or stands here twice.
     *
     * @param given the names that the header gives: parameters, or the parameter and its gradient
     */
    public void check(List<Name> given, List<BodyItem> items, Name owner, Optional<String> weight) {
        given.forEach(name -> define(defined, name));
        for (BodyItem item : items) {
            if (item instanceof StateDeclaration state) {
                states.putIfAbsent(state.name().text(), state);
            }
        }
        boolean matrix = false;
        boolean returned = false;
        for (BodyItem item : items) {
            belongs(item);
            if (item instanceof MatrixView) {
                if (matrix) {
                    errors.error(item.span(), "'matrix last' is said twice");
                }
                matrix = true;
            } else if (item instanceof Return) {
                if (returned) {
                    errors.error(item.span(), "there is one 'return', and this is a second");
                }
                returned = true;
            } else {
                define(item, weight);
            }
        }
        new EquationCheck(errors, states, weight).check(items, owner);
        if (!returned && (kind == ScopeKind.DEF || kind == ScopeKind.SCHEDULE)) {
            errors.error(
                    owner.span(),
                    (kind == ScopeKind.DEF ? "the def '" : "the schedule '") + owner.text() + "' returns nothing",
                    "end it with return …");
        }
    }

    private void define(BodyItem item, Optional<String> weight) {
        if (item instanceof HyperDeclaration hyper) {
            define(defined, hyper.name());
        } else if (item instanceof OptionDeclaration option) {
            define(defined, option.name());
        } else if (item instanceof StateDeclaration state) {
            define(defined, state.name());
        } else if (item instanceof InputDeclaration input) {
            define(defined, input.name());
        } else if (item instanceof RuleParameter rule) {
            define(rules, rule.name());
        } else if (item instanceof OutputDeclaration output) {
            Name first = outputs.putIfAbsent(output.name().text(), output.name());
            if (first != null) {
                errors.error(output.name().span(), "'" + output.name().text() + "' is put out twice");
                return;
            }
            if (output.value().isPresent()) {
                define(defined, output.name());
            }
        } else if (item instanceof Equation equation) {
            boolean ofState = states.containsKey(equation.name().text());
            boolean ofWeight = weight.equals(Optional.of(equation.name().text()));
            if (!ofState && !ofWeight) {
                define(defined, equation.name());
            }
        }
    }

    private void define(Map<String, Name> names, Name name) {
        if (WellKnown.is(name.text())) {
            errors.error(name.span(), "'" + name.text() + "' is a name of the language and cannot be defined");
            return;
        }
        Name first = names.putIfAbsent(name.text(), name);
        if (first != null) {
            Span at = first.span();
            errors.error(
                    name.span(),
                    "'" + name.text() + "' is defined twice",
                    "the first definition is in line " + at.source().line(at.start()));
        }
    }

    private void belongs(BodyItem item) {
        boolean allowed =
                switch (kind) {
                    case RULE -> !(item instanceof Return);
                    case DEF -> item instanceof StateDeclaration || item instanceof Equation || item instanceof Return;
                    case SCHEDULE -> item instanceof Equation || item instanceof Return;
                    case DERIVATION, CONSTANT -> true;
                };
        if (!allowed) {
            errors.error(item.span(), word(item) + " does not stand in " + kind.description(), advice(item));
        }
    }

    private static String word(BodyItem item) {
        if (item instanceof HyperDeclaration) {
            return "'hyper'";
        } else if (item instanceof OptionDeclaration) {
            return "'option'";
        } else if (item instanceof StateDeclaration) {
            return "'state'";
        } else if (item instanceof InputDeclaration) {
            return "'input'";
        } else if (item instanceof RuleParameter) {
            return "'rule'";
        } else if (item instanceof MatrixView) {
            return "'matrix last'";
        } else if (item instanceof OutputDeclaration) {
            return "'output'";
        }
        return item instanceof Return ? "'return'" : "an equation";
    }

    private String advice(BodyItem item) {
        if (item instanceof Return) {
            return "a rule's result is its equation for the parameter: w[t] = …";
        } else if (item instanceof StateDeclaration) {
            return "a schedule is a pure function; what needs memory is a def";
        } else if (item instanceof HyperDeclaration
                || item instanceof OptionDeclaration
                || item instanceof InputDeclaration) {
            return "make it a parameter: " + (kind == ScopeKind.DEF ? "def" : "schedule") + " name(…, "
                    + item.span().text().split("\\s+", 3)[1] + ")";
        }
        return "it belongs in the rule that uses this part";
    }
}
