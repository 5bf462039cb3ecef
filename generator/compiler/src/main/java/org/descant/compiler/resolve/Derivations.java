package org.descant.compiler.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.View;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.RuleSpec.Layer;
import org.descant.compiler.resolve.pass.Constants;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.RuleFile;

/** Expressions outside bodies: defaults and ranges, which are constants, and what a derivation fixes, which may read t. */
final class Derivations {
    /** Where constants look for names beyond the language's: nothing is defined there, so that only the prelude is left. */
    private static final LoadedFile NOWHERE = nowhere();

    private Derivations() {}

    private static LoadedFile nowhere() {
        SourceText empty = new SourceText("", "");
        return new LoadedFile(empty, new RuleFile(List.of(), List.of(), empty.span()), List.of());
    }

    static Term constant(Resolution run, Expression expression) {
        Scope scope = Scope.of(ScopeKind.CONSTANT, NOWHERE, "", Clock.BASE, View.FIRST, List.of());
        return new Translator(run, new Place(Place.Kind.CONSTANT, scope, "", false)).translate(expression);
    }

    /** Whether an expression is a number that can be told now. */
    static boolean isConstant(Resolution run, Expression expression) {
        Resolution trial = new Resolution(run.main, new Diagnostics(), Map.of());
        Term term = constant(trial, expression);
        return !trial.failed() && Constants.number(term).isPresent();
    }

    /** What a derivation says of a name, on the clock of the rule that it derives. */
    static Term translate(Resolution run, Scope rule, Layer layer, String name, Expression value) {
        Scope scope =
                Scope.of(ScopeKind.DERIVATION, layer.file(), rule.path(), rule.clock(), rule.view(), rule.active());
        layer.body().ifPresent(body -> scope.values().putAll(settable(body)));
        return new Translator(run, new Place(Place.Kind.EQUATION, scope, name, false)).translate(value);
    }

    private static Map<String, Symbol> settable(Scope body) {
        Map<String, Symbol> settable = new LinkedHashMap<>(body.values());
        settable.values()
                .removeIf(symbol -> !(symbol instanceof ValueSymbol value)
                        || (value.kind() != ValueKind.HYPER && value.kind() != ValueKind.OPTION));
        return settable;
    }
}
