package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.RuleSpec.Layer;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.Reference;

/** Follows derivations down to the equations. */
final class RuleSpecs {
    private final Resolution run;

    static final String TOO_LONG = "more than " + Applications.DEPTH_LIMIT + " derivations lead to the equations";

    RuleSpecs(Resolution run) {
        this.run = run;
    }

    /** The rule that a name stands for in a file. */
    Optional<RuleSpec> find(LoadedFile file, Name name) {
        return find(file, name, List.of());
    }

    /** The rule that an argument names: {@code inner: Lion}, {@code inner: SGDMomentum(momentum: 0.5)}. */
    Optional<RuleSpec> of(Expression value, Layer from) {
        if (value instanceof Reference reference && reference.path().size() == 1) {
            return find(from.file(), reference.path().get(0));
        }
        if (value instanceof Call call) {
            List<Argument> unnamed =
                    call.arguments().stream().filter(a -> a.name().isEmpty()).toList();
            if (unnamed.isEmpty()) {
                return find(from.file(), call.function())
                        .map(spec ->
                                spec.under(new Layer(call.function(), call.arguments(), from.file(), from.body())));
            }
        }
        run.error(value.span(), "a rule is named here", "write it like AdamW or AdamW(beta1: 0.95)");
        return Optional.empty();
    }

    Optional<RuleSpec> of(Declaration declaration, LoadedFile file) {
        return of(declaration, file, List.of());
    }

    private Optional<RuleSpec> find(LoadedFile file, Name name, List<DerivedOptimizer> passed) {
        Definitions.Lookup found = Definitions.find(file, name.text());
        if (found instanceof Definitions.Found definition) {
            Declaration declaration = definition.declaration();
            if (declaration instanceof OptimizerDeclaration || declaration instanceof DerivedOptimizer) {
                return of(declaration, definition.file(), passed);
            }
            run.error(name.span(), "'" + name.text() + "' is " + Part.description(declaration) + ", not a rule");
            return Optional.empty();
        }
        if (found instanceof Definitions.Ambiguous ambiguous) {
            run.error(name.span(), ambiguous.message(name.text()), ambiguous.suggestion());
            return Optional.empty();
        }
        List<String> rules = Definitions.rules(file);
        Optional<String> question = Words.question(name.text(), rules);
        String message = "there is no rule '" + name.text() + "' here";
        if (question.isPresent()) {
            run.error(name.span(), message, question.get());
        } else {
            String namesake = name.text().toLowerCase(Locale.ROOT) + ".opt";
            run.error(
                    name.span(),
                    message,
                    file.canImport(namesake)
                            ? "write import \"" + namesake + "\" at the top of the file"
                            : "a rule of another file is imported, as in import \"adamw.opt\"");
        }
        return Optional.empty();
    }

    private Optional<RuleSpec> of(Declaration declaration, LoadedFile file, List<DerivedOptimizer> passed) {
        if (declaration instanceof OptimizerDeclaration optimizer) {
            return Optional.of(new RuleSpec(optimizer.name(), optimizer, file, List.of()));
        }
        if (!(declaration instanceof DerivedOptimizer derived)) {
            return Optional.empty();
        }
        if (passed.stream().anyMatch(other -> other.span().equals(derived.span()))) {
            String cycle = Words.cycle(passed.stream()
                    .dropWhile(other -> !other.span().equals(derived.span()))
                    .map(other -> other.name().text())
                    .toList());
            run.error(passed.get(0).name().span(), "these rules are derived from each other: " + cycle);
            return Optional.empty();
        }
        if (passed.size() >= Applications.DEPTH_LIMIT) {
            // A chain within the file is reported where the file is checked, once for all its rules.
            boolean own =
                    passed.stream().allMatch(other -> other.span().source().equals(run.main));
            if (own) {
                run.fail();
            } else {
                run.error(passed.get(0).name().span(), TOO_LONG);
            }
            return Optional.empty();
        }
        List<DerivedOptimizer> further = new ArrayList<>(passed);
        further.add(derived);
        return find(file, derived.base(), further)
                .map(spec -> spec.derive(
                        derived.name(), new Layer(derived.base(), derived.arguments(), file, Optional.empty())));
    }
}
