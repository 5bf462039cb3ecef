package org.descant.compiler.resolve.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.Span;

/**
 * What is left of a wrong rule when every equation and state goes that an error concerns, and all that reads one of these. The shapes of
 * what is left are those that it will have when the errors are mended.
 */
public final class SoundPart {
    private final RuleModel model;
    private final Set<String> equations = new HashSet<>();
    private final Set<String> states = new HashSet<>();

    private SoundPart(RuleModel model) {
        this.model = model;
    }

    public static Optional<RuleModel> of(RuleModel model, List<Diagnostic> found) {
        List<Span> errors = found.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Diagnostic::span)
                .toList();
        SoundPart part = new SoundPart(model);
        return errors.stream().allMatch(part::isPlaced) ? part.without(errors) : Optional.empty();
    }

    /** An error outside all equations, as in a header, may concern any of them. */
    private boolean isPlaced(Span error) {
        return model.equations().stream().anyMatch(each -> holds(each.origin().span(), error));
    }

    private Optional<RuleModel> without(List<Span> errors) {
        for (ModelEquation equation : model.equations()) {
            if (errors.stream().noneMatch(error -> holds(equation.origin().span(), error))) {
                equations.add(equation.name());
            }
        }
        List<String> wrong = model.equations().stream()
                .map(ModelEquation::name)
                .filter(name -> !equations.contains(name))
                .toList();
        equations.removeIf(name -> isInside(wrong, name));
        model.states().stream()
                .filter(state -> !wrong.contains(state.name()) && !isInside(wrong, state.name()))
                .map(ModelState::name)
                .forEach(states::add);
        boolean changed;
        do {
            changed = false;
            for (ModelEquation equation : model.equations()) {
                changed |= !isSound(equation.value(), equation.clock()) && equations.remove(equation.name());
            }
            for (ModelState state : model.states()) {
                boolean sound = isSound(state.start(), state.clock()) && isSound(state.next(), state.clock());
                changed |= !sound && states.remove(state.name());
            }
        } while (changed);
        boolean points = model.evaluations().stream().allMatch(each -> isSound(each.point(), each.clock()));
        return points ? Optional.of(rest()) : Optional.empty();
    }

    /** Whether something belongs to a part that is applied in a wrong equation: {@code m.a} and {@code m#when} to {@code m}. */
    private static boolean isInside(List<String> wrong, String name) {
        return wrong.stream().anyMatch(owner -> name.startsWith(owner + ".") || name.startsWith(owner + "#"));
    }

    private boolean isSound(Term term, Clock clock) {
        Reads reads = Reads.of(term);
        return equations.containsAll(reads.variables())
                && states.containsAll(reads.states())
                && equations.containsAll(clock.conditions());
    }

    private RuleModel rest() {
        return new RuleModel(
                model.name(),
                model.doc(),
                model.hypers(),
                model.options(),
                model.inputs(),
                model.states().stream()
                        .filter(each -> states.contains(each.name()))
                        .toList(),
                model.equations().stream()
                        .filter(each -> equations.contains(each.name()))
                        .toList(),
                model.weight(),
                model.evaluations(),
                List.of(),
                List.of(),
                model.calls(),
                model.origin());
    }

    private static boolean holds(Span whole, Span part) {
        return whole.source().equals(part.source()) && part.start() >= whole.start() && part.end() <= whole.end();
    }
}
