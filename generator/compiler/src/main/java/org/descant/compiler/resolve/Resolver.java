package org.descant.compiler.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.View;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.compiler.resolve.pass.DropUnchosen;
import org.descant.compiler.resolve.pass.EncodeTruths;
import org.descant.compiler.resolve.pass.FoldChoices;
import org.descant.compiler.resolve.pass.OrderEvaluations;
import org.descant.compiler.resolve.pass.Ordering;
import org.descant.compiler.resolve.pass.PlaceStarts;
import org.descant.compiler.resolve.pass.Recurrences;
import org.descant.compiler.resolve.pass.SoundPart;
import org.descant.compiler.resolve.pass.Unresolvable;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.ScheduleDeclaration;

/** Resolves rules: looks names up, writes out what is applied, and puts the equations in order. */
public final class Resolver {
    private Resolver() {}

    /** The names of the file's own optimizers, in the order of the text. */
    public static List<String> optimizers(LoadedFile file) {
        return file.syntax().declarations().stream()
                .filter(declaration ->
                        declaration instanceof OptimizerDeclaration || declaration instanceof DerivedOptimizer)
                .map(declaration -> declaration.name().text())
                .toList();
    }

    /**
     * One of the file's own optimizers. What is wrong with the file's defs and schedules is reported with it, used or not.
     *
     * @param options what was chosen, by the names of options; {@code true}, {@code false} or an integer
     * @return the model, or empty if an error was reported
     */
    public static Optional<RuleModel> resolve(
            LoadedFile file, String optimizer, Map<String, String> options, Diagnostics diagnostics) {
        boolean sound = checkFile(file, diagnostics);
        Optional<RuleModel> model = resolveAlone(file, optimizer, options, diagnostics);
        return sound ? model : Optional.empty();
    }

    /**
     * The equations of a wrong rule that none of its errors concerns, and what they need: enough to be checked further, not to be run.
     *
     * @return empty if nothing can be said, such as where a cycle leaves no order or an error is in no equation
     */
    public static Optional<RuleModel> soundPart(LoadedFile file, String optimizer, Map<String, String> options) {
        Diagnostics found = new Diagnostics();
        Resolution run = new Resolution(file.source(), found, options);
        FileCheck check = new FileCheck(run, file);
        check.checkNames();
        check.checkDerivations();
        Optional<Declaration> declaration = file.own(optimizer);
        if (declaration.isEmpty() || Part.of(declaration.get(), file).isPresent()) {
            return Optional.empty();
        }
        try {
            return run.specs
                    .of(declaration.get(), file)
                    .flatMap(spec -> assemble(run, spec, declaration.get()))
                    .flatMap(model -> SoundPart.of(model, found.all()));
        } catch (Unresolvable e) {
            return Optional.empty();
        }
    }

    private static boolean checkFile(LoadedFile file, Diagnostics diagnostics) {
        Resolution run = new Resolution(file.source(), diagnostics, Map.of());
        FileCheck check = new FileCheck(run, file);
        check.checkNames();
        check.checkDerivations();
        check.checkParts();
        return !run.failed();
    }

    private static Optional<RuleModel> resolveAlone(
            LoadedFile file, String optimizer, Map<String, String> options, Diagnostics diagnostics) {
        Resolution run = new Resolution(file.source(), diagnostics, options);
        Optional<Declaration> declaration = file.own(optimizer);
        if (declaration.isEmpty()) {
            unknown(run, file, "this file has no optimizer '" + optimizer + "'", optimizer, optimizers(file));
            return Optional.empty();
        }
        Span name = declaration.get().name().span();
        if (Part.of(declaration.get(), file).isPresent()) {
            run.error(name, "'" + optimizer + "' is " + Part.description(declaration.get()) + ", not an optimizer");
            return Optional.empty();
        }
        try {
            return run.specs.of(declaration.get(), file).flatMap(spec -> resolve(run, spec, declaration.get()));
        } catch (Unresolvable e) {
            e.report(run, name);
            return Optional.empty();
        }
    }

    private static void unknown(
            Resolution run, LoadedFile file, String message, String name, Collection<String> known) {
        Words.instead(name, known)
                .ifPresentOrElse(
                        instead -> run.error(file.syntax().span(), message, instead),
                        () -> run.error(file.syntax().span(), message));
    }

    /** The names of the file's own schedules, in the order of the text. */
    public static List<String> schedules(LoadedFile file) {
        return file.syntax().declarations().stream()
                .filter(ScheduleDeclaration.class::isInstance)
                .map(declaration -> declaration.name().text())
                .toList();
    }

    /**
     * A schedule that the file knows, as a rule that runs by itself: it leaves the parameter as it is, its hyperparameters are the
     * schedule's parameters behind the clock, and its only output, which has the schedule's name, is the value at k = t - 1. A parameter
     * without a default has NaN until it is set. What is wrong with the file's defs and schedules is reported with it, used or not.
     *
     * @return the model, or empty if an error was reported
     */
    public static Optional<RuleModel> resolveSchedule(LoadedFile file, String schedule, Diagnostics diagnostics) {
        if (!checkFile(file, diagnostics)) {
            return Optional.empty();
        }
        Resolution run = new Resolution(file.source(), diagnostics, Map.of());
        Optional<Part> part = Definitions.find(file, schedule) instanceof Definitions.Found found
                ? Part.of(found.declaration(), found.file()).filter(known -> known.kind() == ScopeKind.SCHEDULE)
                : Optional.empty();
        if (part.isEmpty()) {
            String message = "there is no schedule '" + schedule + "'";
            unknown(run, file, message, schedule, Definitions.schedules(file));
            return Optional.empty();
        }
        try {
            return new ScheduleWriter(run, part.get()).write();
        } catch (Unresolvable e) {
            e.report(run, part.get().declaration().name().span());
            return Optional.empty();
        }
    }

    /** Reports everything that is wrong with a file: with each of its optimizers as it is by default, and with every def and schedule. */
    public static void check(LoadedFile file, Diagnostics diagnostics) {
        checkFile(file, diagnostics);
        for (String optimizer : optimizers(file)) {
            resolveAlone(file, optimizer, Map.of(), diagnostics);
        }
    }

    private static Optional<RuleModel> resolve(Resolution run, RuleSpec spec, Declaration declaration) {
        Optional<RuleModel> model = assemble(run, spec, declaration);
        if (run.failed()) {
            return Optional.empty();
        }
        run.lints.forEach(Lints::report);
        run.reportWarnings();
        return model;
    }

    /** The model as far as it could be written; only what no error concerns is as the author meant it. */
    private static Optional<RuleModel> assemble(Resolution run, RuleSpec spec, Declaration declaration) {
        write(run, spec);
        Chosen.reportUnknown(run, declaration.name());
        new PlaceStarts(run.draft, run).place();
        new EncodeTruths(run.draft).encode();
        new DropUnchosen(run.draft).drop(new FoldChoices(run.draft).fold());
        if (!new OrderEvaluations(run.draft, run).order()) {
            return Optional.empty();
        }
        Optional<List<ModelEquation>> sorted = new Ordering(run.draft, run).sort();
        if (sorted.isPresent()) {
            new Recurrences(run.draft, run).report();
        }
        return sorted.map(equations -> run.draft.model(
                declaration.name().text(),
                declaration.doc().map(Doc::text).orElse(""),
                equations,
                new Origin(declaration.name().text(), declaration.name().span())));
    }

    private static void write(Resolution run, RuleSpec spec) {
        OptimizerDeclaration rule = spec.declaration();
        Span at = rule.parameter().span();
        View view = Applications.view(rule.body());
        Scope scope = Scope.of(ScopeKind.RULE, spec.file(), "", Clock.BASE, view, List.of(rule));
        run.draft.nameWeight(rule.parameter().text());
        Optional<Term> gradient = rule.gradient().map(name -> new GradientTerm(0, name.span()));
        if (gradient.isPresent()) {
            run.draft.addHeaderGradient(at);
        }
        new RuleInstance(run, spec, scope, Optional.empty(), run, at, Map.of()).write(new WeightTerm(at), gradient);
    }
}
