package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.resolve.text.Errors;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;

/** Equations each of which reads the next on the same step, and the last the first. */
final class Cycle {
    private final Draft draft;
    private final Errors errors;
    private final List<String> names;

    Cycle(Draft draft, Errors errors, List<String> names) {
        this.draft = draft;
        this.errors = errors;
        this.names = names;
    }

    /** Names the cycle, as far as it can be seen in the text of the author: parts of others are named by where they are applied. */
    void report() {
        List<String> seen = new ArrayList<>(names.stream().filter(this::isOwn).toList());
        if (seen.isEmpty()) {
            seen.addAll(names);
        }
        String first = seen.stream()
                .min((a, b) -> Integer.compare(span(a).start(), span(b).start()))
                .orElseThrow();
        Collections.rotate(seen, -seen.indexOf(first));
        if (seen.size() == 1) {
            errors.error(
                    span(first),
                    "'" + first + "' needs itself on the same step",
                    "read it as it was a step before: " + first + "[t-1]");
            return;
        }
        errors.error(
                span(first),
                "these names need each other on the same step: " + Words.cycle(seen),
                waitsForItsGradient()
                        ? "read the parameter as it was before this step: " + draft.weight() + "[t-1]"
                        : "read one of them as it was a step before: " + first + "[t-1]");
    }

    /** Whether a gradient on the cycle is asked for at a point that needs the parameter behind this step. */
    private boolean waitsForItsGradient() {
        return names.contains(draft.weight())
                && names.stream()
                        .map(draft.equations()::get)
                        .anyMatch(equation -> equation != null
                                && !Reads.of(equation.value()).evaluations().isEmpty());
    }

    /** Whether this is an equation that the author wrote. */
    private boolean isOwn(String name) {
        return !name.contains("#") && span(name).source().equals(errors.main());
    }

    private Span span(String name) {
        return Optional.ofNullable(draft.equations().get(name))
                .map(ModelEquation::origin)
                .map(origin -> origin.span())
                .orElse(errors.main().span());
    }
}
