package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.load.Prelude;
import org.descant.grammar.format.EquationPrinter;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.descant.grammar.syntax.StateDeclaration;

/** The defs and schedules that every file knows. */
final class PreludeParts {
    private PreludeParts() {}

    static List<Part> of(Language language) {
        List<Part> parts = new ArrayList<>();
        for (Declaration declaration : Prelude.file().syntax().declarations()) {
            if (declaration instanceof ScheduleDeclaration schedule) {
                parts.add(part(schedule.name().text(), schedule.parameters(), true, false, false));
            } else if (declaration instanceof DefDeclaration def) {
                boolean reduces = reduces(def.body());
                boolean stateful = def.body().stream().anyMatch(StateDeclaration.class::isInstance);
                boolean possible = !reduces
                        || (language.has(Feature.REDUCTIONS)
                                && language.has(Feature.ROWS_AND_COLS)
                                && language.has(Feature.DIMENSIONS));
                if (possible) {
                    parts.add(part(def.name().text(), def.parameters(), false, reduces, stateful));
                }
            }
        }
        return parts;
    }

    private static boolean reduces(List<BodyItem> body) {
        return body.stream()
                .map(item -> EquationPrinter.print(item).toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.matches(".*\\b(norm|rms|mean|rank)\\b.*"));
    }

    private static Part part(
            String name, List<FormalParameter> formals, boolean clock, boolean elements, boolean stateful) {
        List<Part.Parameter> parameters = formals.stream()
                .map(formal -> new Part.Parameter(
                        formal.name().text(), Kind.NUMBER, formal.defaultValue().isPresent()))
                .toList();
        return new Part(name, parameters, clock, elements, stateful, Kind.NUMBER, List.of());
    }
}
