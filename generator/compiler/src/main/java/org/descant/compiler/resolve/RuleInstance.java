package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.text.BodyCheck;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.RuleParameter;

/** A rule written out at one place: the one that is compiled, or one that is applied. */
final class RuleInstance {
    private final Resolution run;
    private final RuleSpec spec;
    private final Scope scope;
    private final Settings settings;
    private final Body body;

    /**
     * A rule whose names are known and whose equations are not yet written.
     *
     * @param parent the rule that applies it, none for the rule that is compiled
     * @param key who applies it, once however often: a rule parameter, or an application
     * @param where that is, in the text
     * @param passed the named arguments of the application
     */
    RuleInstance(
            Resolution run,
            RuleSpec spec,
            Scope scope,
            Optional<RuleInstance> parent,
            Object key,
            Span where,
            Map<String, Argument> passed) {
        this.run = run;
        this.spec = spec;
        this.scope = scope;
        this.settings = new Settings(run, spec, scope, parent.map(RuleInstance::settings), key, where, passed);
        this.body = new Body(run, scope, spec.declaration().body());
        run.instances.put(scope.path(), this);
        for (BodyItem item : spec.declaration().body()) {
            if (item instanceof RuleParameter parameter) {
                scope.rules()
                        .putIfAbsent(
                                parameter.name().text(), new RuleParameterSymbol(parameter, settings.rule(parameter)));
            }
        }
        declareParameter();
    }

    private void declareParameter() {
        OptimizerDeclaration declaration = spec.declaration();
        // The given point is known when the equations are written; until then only names matter.
        scope.values().put(declaration.parameter().text(), new WeightSymbol(run, scope, declaration.parameter()));
        if (run.isNew(declaration)) {
            check(declaration);
        }
        body.declare();
    }

    private void check(OptimizerDeclaration declaration) {
        Name parameter = declaration.parameter();
        List<Name> given = new ArrayList<>(List.of(parameter));
        declaration.gradient().ifPresent(given::add);
        BodyCheck check = new BodyCheck(run, ScopeKind.RULE);
        check.check(given, declaration.body(), declaration.name(), Optional.of(parameter.text()));
    }

    Settings settings() {
        return settings;
    }

    Scope scope() {
        return scope;
    }

    /** Translates the named arguments, in the scope of the caller. */
    void pass(Translator translator, Scope caller) {
        settings.pass(translator, caller);
    }

    /** Writes the equations out. */
    void write(Term point, Optional<Term> gradient) {
        OptimizerDeclaration declaration = spec.declaration();
        if (scope.values().get(declaration.parameter().text()) instanceof WeightSymbol weight) {
            weight.give(point);
        }
        declaration.gradient().ifPresent(name -> scope.values()
                .putIfAbsent(
                        name.text(),
                        new ValueSymbol(
                                run, scope, ValueKind.GRADIENT, name.text(), gradient.orElseThrow(), name.span())));
        for (BodyItem item : declaration.body()) {
            if (item instanceof HyperDeclaration hyper) {
                bind(ValueKind.HYPER, hyper.name(), settings.hyper(hyper));
            } else if (item instanceof OptionDeclaration option) {
                bind(ValueKind.OPTION, option.name(), settings.option(option));
            } else if (item instanceof InputDeclaration input) {
                bind(ValueKind.INPUT, input.name(), settings.input(input, scope.view()));
            }
        }
        body.write();
        settings.reportUnknown();
        if (scope.path().isEmpty()) {
            new Outputs(run, scope).write(declaration.body());
        }
        run.lints.add(new Lints(run, scope));
    }

    private void bind(ValueKind kind, Name name, Term value) {
        scope.values().putIfAbsent(name.text(), new ValueSymbol(run, scope, kind, name.text(), value, name.span()));
    }
}
