package org.descant.compiler.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.View;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.compiler.resolve.pass.Unresolvable;
import org.descant.compiler.resolve.text.Functions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.Name;

/** The declarations of one file: their names, and the defs and schedules by themselves, applied or not. */
final class FileCheck {
    private final Resolution run;
    private final LoadedFile file;

    FileCheck(Resolution run, LoadedFile file) {
        this.run = run;
        this.file = file;
    }

    /** Names are declared once, and none is that of a function of the language. */
    void checkNames() {
        Map<String, Name> declared = new HashMap<>();
        for (Declaration declaration : file.syntax().declarations()) {
            Name name = declaration.name();
            if (Functions.isKnown(name.text())) {
                run.error(name.span(), "'" + name.text() + "' is a function of the language", "choose another name");
                continue;
            }
            Name first = declared.putIfAbsent(name.text(), name);
            if (first != null) {
                Span at = first.span();
                run.error(
                        name.span(),
                        "'" + name.text() + "' is defined twice",
                        "the first definition is in line " + at.source().line(at.start()));
            }
        }
    }

    /** No rule is derived by more steps than anyone can follow; reported where a chain of derivations grows too long. */
    void checkDerivations() {
        Map<String, Integer> depths = new HashMap<>();
        for (Declaration declaration : file.syntax().declarations()) {
            Deque<DerivedOptimizer> open = new ArrayDeque<>();
            Optional<DerivedOptimizer> next = derived(declaration.name().text());
            while (next.isPresent() && !depths.containsKey(next.get().name().text())) {
                open.push(next.get());
                depths.put(next.get().name().text(), 0);
                next = derived(next.get().base().text());
            }
            int depth = next.map(known -> depths.getOrDefault(known.name().text(), 0))
                    .orElse(0);
            for (DerivedOptimizer each : open) {
                depth++;
                depths.put(each.name().text(), depth);
                if (depth == Applications.DEPTH_LIMIT + 1) {
                    run.error(each.name().span(), RuleSpecs.TOO_LONG);
                }
            }
        }
    }

    private Optional<DerivedOptimizer> derived(String name) {
        return file.own(name).filter(DerivedOptimizer.class::isInstance).map(DerivedOptimizer.class::cast);
    }

    /** Every def and schedule, with parameters that could be anything. */
    void checkParts() {
        for (Declaration declaration : file.syntax().declarations()) {
            Optional<Part> part = Part.of(declaration, file);
            if (part.isPresent()) {
                // Each by itself: only what is applied counts towards the size of a rule.
                Resolution alone = new Resolution(file.source(), run.diagnostics, Map.of());
                try {
                    check(alone, part.get());
                } catch (Unresolvable e) {
                    // What applies this one would end in the same way.
                    e.report(run, declaration.name().span());
                    return;
                }
                alone.reportWarnings();
                if (alone.failed()) {
                    run.fail();
                }
            }
        }
    }

    private void check(Resolution alone, Part part) {
        String path = part.name();
        Scope scope = Scope.of(part.kind(), file, path, Clock.BASE, View.FIRST, List.of(part.declaration()));
        Body body = new Body(alone, scope, part.body());
        body.declare();
        part.check(alone);
        boolean clock = part.kind() == ScopeKind.SCHEDULE;
        for (FormalParameter parameter : part.parameters()) {
            String name = parameter.name().text();
            Span at = parameter.name().span();
            parameter.defaultValue().ifPresent(value -> new Translator(
                            alone, new Place(Place.Kind.EQUATION, scope, name, false))
                    .translate(value));
            ValueKind kind = clock ? ValueKind.CLOCK : ValueKind.PARAMETER;
            clock = false;
            scope.values().putIfAbsent(name, new ValueSymbol(alone, scope, kind, name, new InputTerm(name, at), at));
        }
        body.write();
        body.result(part.declaration().name().span());
    }
}
