package org.descant.grammar.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.ScheduleDeclaration;

/**
 * Prints a whole tree as a file in ASCII: a tree that no text stands behind can be printed too. {@link Formatter} lays out what an author
 * wrote.
 */
public final class FilePrinter {
    private FilePrinter() {}

    public static String print(RuleFile file) {
        StringBuilder text = new StringBuilder();
        file.imports()
                .forEach(line -> text.append("import \"").append(line.path()).append("\"\n"));
        for (Declaration declaration : file.declarations()) {
            text.append(text.isEmpty() ? "" : "\n").append(print(declaration)).append('\n');
        }
        return text.toString();
    }

    private static String print(Declaration declaration) {
        String doc = doc(declaration.doc(), "");
        String name = declaration.name().text();
        if (declaration instanceof OptimizerDeclaration optimizer) {
            String gradient = optimizer.gradient().map(g -> ", " + g.text()).orElse("");
            String header = "(" + optimizer.parameter().text() + gradient + ")";
            return doc + "optimizer " + name + header + body(optimizer.body());
        } else if (declaration instanceof DerivedOptimizer derived) {
            return doc + "optimizer " + name + EquationPrinter.derived(derived.base(), derived.arguments());
        } else if (declaration instanceof DefDeclaration def) {
            return doc + "def " + name + part(def.parameters(), def.body(), def.shortForm());
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            return doc + "schedule " + name + part(schedule.parameters(), schedule.body(), schedule.shortForm());
        }
        throw new IllegalArgumentException("no declaration: " + declaration);
    }

    private static String part(List<FormalParameter> parameters, List<BodyItem> body, boolean shortForm) {
        String formals = parameters.stream().map(FilePrinter::formal).collect(Collectors.joining(", ", "(", ")"));
        return shortForm && body.get(0) instanceof Return result
                ? formals + " = " + ExpressionPrinter.print(result.value())
                : formals + body(body);
    }

    private static String formal(FormalParameter parameter) {
        return parameter.name().text()
                + parameter
                        .defaultValue()
                        .map(value -> " = " + ExpressionPrinter.print(value))
                        .orElse("");
    }

    private static String body(List<BodyItem> items) {
        return items.stream()
                .map(item -> doc(item.doc(), "  ") + "  " + EquationPrinter.print(item) + "\n")
                .collect(Collectors.joining("", " {\n", "}"));
    }

    private static String doc(Optional<Doc> doc, String indent) {
        return doc.stream()
                .flatMap(d -> d.text().lines())
                .map(line -> (indent + "/// " + line).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
