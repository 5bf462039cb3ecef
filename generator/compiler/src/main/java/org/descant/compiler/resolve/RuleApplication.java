package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Name;

/** A rule, applied: the point one step from the given one. */
final class RuleApplication extends Application {
    private final Call call;
    private final RuleSpec spec;
    private final RuleInstance instance;
    private final Map<String, Argument> named = new LinkedHashMap<>();
    private final List<Argument> positional = new ArrayList<>();

    RuleApplication(
            Resolution run,
            ModelCall place,
            Call call,
            RuleSpec spec,
            Scope caller,
            Scope inner,
            Optional<Condition> condition) {
        super(run, place, caller, inner, condition);
        this.call = call;
        this.spec = spec;
        sort();
        RuleInstance parent = run.instances.get(caller.path());
        RuleParameterSymbol parameter = caller.rules().get(call.function().text());
        Object key = parameter != null ? parameter : this;
        this.instance = new RuleInstance(
                run,
                spec,
                inner,
                Optional.ofNullable(parent),
                key,
                call.function().span(),
                named);
    }

    private void sort() {
        for (Argument argument : call.arguments()) {
            if (argument.name().isEmpty()) {
                positional.add(argument);
                if (!named.isEmpty()) {
                    run.error(argument.span(), "an argument without a name stands before those with one");
                }
            } else if (named.put(argument.name().get().text(), argument) != null) {
                run.error(argument.span(), "'" + argument.name().get().text() + "' is given twice");
            }
        }
        call.per()
                .ifPresent(
                        word -> run.error(call.span(), "'per' belongs to reductions; " + description() + " is none"));
    }

    @Override
    boolean isStateful() {
        return true;
    }

    @Override
    List<String> names() {
        return List.of();
    }

    @Override
    String description() {
        return "the rule '" + call.function().text() + "'";
    }

    @Override
    Term write(Translator translator) {
        List<Term> given = new ArrayList<>();
        Optional<Name> gradient = spec.declaration().gradient();
        int wanted = gradient.isPresent() ? 2 : 1;
        Span at = call.span();
        for (int i = 0; i < positional.size(); i++) {
            Term term = translator.translate(positional.get(i).value());
            if (i < wanted) {
                Name name = i == 0 ? spec.declaration().parameter() : gradient.orElseThrow();
                String variable = i == 0 ? inner.path() + "#at" : inner.variable(name.text());
                given.add(Shared.in(
                        run,
                        caller,
                        variable,
                        inner.variable(i == 0 ? name.text() + "[t-1]" : name.text()),
                        term,
                        positional.get(i).value()));
            }
        }
        if (positional.size() != wanted) {
            run.error(
                    at,
                    wanted == 2
                            ? description() + " takes a point and a gradient"
                            : description() + " takes a point alone: it asks for its gradients itself",
                    "write " + call.function().text() + (wanted == 2 ? "(w[t-1], g)" : "(w[t-1])"));
        }
        while (given.size() < wanted) {
            given.add(new NumberTerm(0, at));
        }
        instance.pass(translator, caller);
        instance.write(given.get(0), gradient.map(name -> given.get(1)));
        run.draft
                .applied()
                .put(inner.path(), inner.variable(spec.declaration().parameter().text()));
        Term result =
                new VariableTerm(inner.variable(spec.declaration().parameter().text()), at);
        return condition.isEmpty() ? result : choose(result, Terms.at(given.get(0), at), at);
    }
}
