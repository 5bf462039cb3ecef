package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.RuleSpec.Layer;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.RuleParameter;

/**
 * Where the hyperparameters, options and inputs of one applied rule get their values: from the call; from what derivations fix; and what
 * neither gives rises to the rule outside, under its own name, until it is a hyperparameter of the rule that is compiled.
 */
final class Settings {
    private final Resolution run;
    private final RuleSpec spec;
    private final Scope scope;
    private final Optional<Settings> outer;
    private final Object key;
    private final Span where;
    private final Map<String, Argument> passed;
    private final Map<String, Passed> terms = new HashMap<>();
    private final IdentityHashMap<Argument, Term> fixed = new IdentityHashMap<>();
    private final Set<Argument> used = new HashSet<>();
    private final Map<String, Object> owners = new LinkedHashMap<>();

    /** A named argument and what became of it. */
    private record Passed(Argument argument, Term term) {
        Span span() {
            return argument.value().span();
        }
    }

    Settings(
            Resolution run,
            RuleSpec spec,
            Scope scope,
            Optional<Settings> outer,
            Object key,
            Span where,
            Map<String, Argument> passed) {
        this.run = run;
        this.spec = spec;
        this.scope = scope;
        this.outer = outer;
        this.key = key;
        this.where = where;
        this.passed = passed;
    }

    /** Translates what the call passes, except rules. */
    void pass(Translator translator, Scope caller) {
        passed.forEach((name, argument) -> {
            if (!scope.rules().containsKey(name)) {
                Term term = translator.translate(argument.value());
                Term shared = Shared.in(run, caller, variable(name), term, argument.value());
                terms.put(name, new Passed(argument, shared));
            }
        });
    }

    /** The rule that a rule parameter stands for. */
    Optional<RuleSpec> rule(RuleParameter parameter) {
        String name = parameter.name().text();
        know(name);
        Argument argument = passed.get(name);
        if (argument != null) {
            used.add(argument);
            return run.specs.of(
                    argument.value(), new Layer(parameter.base(), List.of(), scope.file(), Optional.empty()));
        }
        for (Layer layer : spec.layers()) {
            for (Argument derived : layer.arguments()) {
                if (derived.name().map(n -> n.text().equals(name)).orElse(false)) {
                    return run.specs.of(derived.value(), layer);
                }
            }
        }
        return run.specs
                .find(spec.file(), parameter.base())
                .map(rule -> rule.under(
                        new Layer(parameter.base(), parameter.arguments(), spec.file(), Optional.of(scope))));
    }

    /** The value of an own hyperparameter. */
    Term hyper(HyperDeclaration declaration) {
        own(declaration.name());
        return hyper(Hypers.request(run, declaration));
    }

    /** The value of an own option. */
    Term option(OptionDeclaration declaration) {
        own(declaration.name());
        return option(Options.request(run, declaration));
    }

    /**
     * The value of an own input.
     *
     * @param view the matrices of the rule that declares it
     */
    Term input(InputDeclaration declaration, View view) {
        String name = declaration.name().text();
        for (Settings level = this; ; level = level.outer.orElseThrow()) {
            Passed given = level.terms.get(name);
            if (given != null) {
                level.used.add(given.argument());
                return given.term();
            }
            if (level.outer.isEmpty()) {
                return Inputs.register(run, declaration, view);
            }
        }
    }

    private Term hyper(HyperRequest request) {
        String name = request.name();
        know(name);
        Passed given = terms.get(name);
        if (given != null) {
            used.add(given.argument());
            return Hypers.checked(run, request, new Hypers.Checked(scope, spec), given.term(), given.span());
        }
        HyperRequest wanted = request;
        for (Layer layer : spec.layers()) {
            for (Argument derived : layer.arguments()) {
                if (!derived.name().map(n -> n.text().equals(name)).orElse(false)) {
                    continue;
                }
                Expression value = derived.value();
                if (derived.fixes()) {
                    return fixed.computeIfAbsent(derived, argument -> fix(request, layer, value));
                }
                wanted = wanted.defaulting(run, value);
            }
        }
        return outer.isPresent() ? outer.get().rise(wanted, this) : Hypers.register(run, wanted);
    }

    /** What a derivation fixes is computed once, however often the part is applied to which it rises. */
    private Term fix(HyperRequest request, Layer layer, Expression value) {
        String name = request.name();
        Term term = Derivations.translate(run, scope, layer, name, value);
        Term shared = Shared.in(run, scope, variable(name), term, value);
        return Hypers.checked(run, request, new Hypers.Checked(scope, spec), shared, value.span());
    }

    private Term rise(HyperRequest request, Settings applied) {
        claim(request.name(), "the hyperparameter", applied);
        return hyper(request);
    }

    private Term option(OptionRequest request) {
        String name = request.name();
        know(name);
        Passed given = terms.get(name);
        if (given != null) {
            used.add(given.argument());
            return Options.fixed(run, request, given.term(), given.span());
        }
        OptionRequest wanted = request;
        for (Layer layer : spec.layers()) {
            for (Argument derived : layer.arguments()) {
                if (!derived.name().map(n -> n.text().equals(name)).orElse(false)) {
                    continue;
                }
                Expression value = derived.value();
                Term term = Derivations.translate(run, scope, layer, name, value);
                if (derived.fixes()) {
                    return Options.fixed(run, request, term, value.span());
                }
                wanted = wanted.defaulting(run, term, value.span());
            }
        }
        return outer.isPresent() ? outer.get().rise(wanted, this) : Options.register(run, wanted);
    }

    private Term rise(OptionRequest request, Settings applied) {
        claim(request.name(), "the option", applied);
        return option(request);
    }

    /** The equation for a value that is set; an own name is free for it, one that rises from inside may be an equation's as well. */
    private String variable(String name) {
        boolean own = spec.declaration().body().stream()
                .anyMatch(item -> (item instanceof HyperDeclaration hyper
                                && hyper.name().text().equals(name))
                        || (item instanceof OptionDeclaration option
                                && option.name().text().equals(name))
                        || (item instanceof InputDeclaration input
                                && input.name().text().equals(name)));
        return scope.variable(name) + (own ? "" : "#set");
    }

    /** What derivations say of a name that exists is known, also where something nearer overrules it. */
    private void know(String name) {
        spec.layers().stream()
                .flatMap(layer -> layer.arguments().stream())
                .filter(derived ->
                        derived.name().map(n -> n.text().equals(name)).orElse(false))
                .forEach(used::add);
    }

    private void own(Name name) {
        owners.putIfAbsent(name.text(), this);
    }

    /** A name rises from one place only: otherwise nobody could set the two apart. */
    private void claim(String name, String kind, Settings applied) {
        Object owner = owners.putIfAbsent(name, applied.key);
        if (owner == null || owner.equals(applied.key)) {
            return;
        }
        String callee = applied.where.text();
        String outside = "'" + spec.declaration().name().text() + "'";
        run.error(
                applied.where,
                kind + " '" + name + "' of '" + callee + "' rises to " + outside + ", "
                        + (owner.equals(this)
                                ? "which has one of that name already"
                                : "and so does that of another rule that is applied there"),
                applied.key instanceof RuleParameterSymbol
                        ? "set it where the rule is named: rule " + callee + " = "
                                + applied.spec.name().text() + "(" + name + ": …)"
                        : "pass it: " + callee + "(…, " + name + ": …)");
    }

    /** Everything that was set must exist. */
    void reportUnknown() {
        reportFixed();
        passed.values().forEach(argument -> reportUnknown(argument, spec.name()));
        for (Layer layer : spec.layers()) {
            layer.arguments().forEach(argument -> reportUnknown(argument, layer.base()));
        }
    }

    /** What one derivation fixed, neither a later one nor a call can set. */
    private void reportFixed() {
        Map<String, Argument> fixing = new HashMap<>();
        for (int i = spec.layers().size() - 1; i >= 0; i--) {
            Layer layer = spec.layers().get(i);
            layer.arguments().forEach(argument -> reportFixed(argument, layer.base(), fixing));
            for (Argument argument : layer.arguments()) {
                argument.name().filter(name -> argument.fixes()).ifPresent(name -> fixing.put(name.text(), argument));
            }
        }
        passed.values().forEach(argument -> reportFixed(argument, spec.name(), fixing));
    }

    private void reportFixed(Argument argument, Name rule, Map<String, Argument> fixing) {
        Optional<Name> name = argument.name().filter(n -> fixing.containsKey(n.text()));
        if (name.isPresent()) {
            run.error(name.get().span(), "'" + name.get().text() + "' is fixed in " + rule.text());
            if (used.contains(argument)) {
                used.add(fixing.getOrDefault(name.get().text(), argument));
            }
            used.add(argument);
        }
    }

    private void reportUnknown(Argument argument, Name rule) {
        if (used.contains(argument) || argument.name().isEmpty()) {
            return;
        }
        Name name = argument.name().get();
        List<String> known = new ArrayList<>(owners.keySet());
        known.addAll(scope.rules().keySet());
        String message = "the rule '" + rule.text() + "' has no hyperparameter or option '" + name.text() + "'";
        Optional<String> question = Words.question(name.text(), known);
        if (question.isPresent()) {
            run.error(name.span(), message, question.get());
        } else {
            run.error(name.span(), message, "it has " + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }
}
