package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.text.BodyCheck;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.descant.grammar.syntax.StateDeclaration;

/** A def or a schedule. */
record Part(
        ScopeKind kind,
        Declaration declaration,
        LoadedFile file,
        List<FormalParameter> parameters,
        List<BodyItem> body,
        boolean shortForm)
        implements Target {
    static Optional<Part> of(Declaration declaration, LoadedFile file) {
        if (declaration instanceof DefDeclaration def) {
            return Optional.of(new Part(ScopeKind.DEF, def, file, def.parameters(), def.body(), def.shortForm()));
        }
        if (declaration instanceof ScheduleDeclaration schedule) {
            return Optional.of(new Part(
                    ScopeKind.SCHEDULE, schedule, file, schedule.parameters(), schedule.body(), schedule.shortForm()));
        }
        return Optional.empty();
    }

    String name() {
        return declaration.name().text();
    }

    /** Everything that has a name inside. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(parameter.name().text()));
        for (BodyItem item : body) {
            if (item instanceof Equation equation) {
                names.add(equation.name().text());
            } else if (item instanceof StateDeclaration state) {
                names.add(state.name().text());
            }
        }
        return names;
    }

    @Override
    public String description() {
        return (kind == ScopeKind.DEF ? "the def '" : "the schedule '") + name() + "'";
    }

    /** How messages speak of a declaration. */
    static String description(Declaration declaration) {
        if (declaration instanceof DefDeclaration) {
            return "a def";
        }
        if (declaration instanceof ScheduleDeclaration) {
            return "a schedule";
        }
        return declaration instanceof OptimizerDeclaration || declaration instanceof DerivedOptimizer
                ? "a rule"
                : "a declaration";
    }

    /** Reports what is wrong with the text of the body and the header, however it is applied. */
    void check(Resolution run) {
        if (!run.isNew(declaration)) {
            return;
        }
        List<Name> names = parameters.stream().map(FormalParameter::name).toList();
        new BodyCheck(run, kind).check(names, body, declaration.name(), Optional.empty());
        if (kind == ScopeKind.SCHEDULE && parameters.isEmpty()) {
            run.error(
                    declaration.name().span(),
                    "the schedule '" + name() + "' has no clock",
                    "its first parameter is the number of completed updates: schedule " + name() + "(k)");
        }
        boolean optional = false;
        for (FormalParameter parameter : parameters) {
            if (optional && parameter.defaultValue().isEmpty()) {
                run.error(
                        parameter.span(),
                        "'" + parameter.name().text() + "' has no default but stands behind a parameter that has one",
                        "give it a default, or move it to the front");
            }
            optional |= parameter.defaultValue().isPresent();
        }
    }

    Optional<Return> result() {
        return body.stream()
                .filter(Return.class::isInstance)
                .map(Return.class::cast)
                .findFirst();
    }
}
