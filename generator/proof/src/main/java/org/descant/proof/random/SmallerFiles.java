package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.ScheduleDeclaration;

/** Versions of a file that are smaller at one place; not all are well-typed. */
final class SmallerFiles {
    private SmallerFiles() {}

    static List<RuleFile> of(RuleFile file) {
        return smaller(file.declarations(), SmallerFiles::declarations).stream()
                .map(declarations -> new RuleFile(file.imports(), declarations, file.span()))
                .toList();
    }

    /** A list without one of its parts, or with one of them smaller; the largest steps first. */
    static <T> List<List<T>> smaller(List<T> parts, Function<T, List<T>> smallerPart) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<T> fewer = new ArrayList<>(parts);
            fewer.remove(i);
            lists.add(fewer);
        }
        for (int i = 0; i < parts.size(); i++) {
            for (T part : smallerPart.apply(parts.get(i))) {
                List<T> changed = new ArrayList<>(parts);
                changed.set(i, part);
                lists.add(changed);
            }
        }
        return lists;
    }

    private static List<Declaration> declarations(Declaration declaration) {
        if (declaration instanceof OptimizerDeclaration optimizer) {
            return bodies(
                    optimizer.body(),
                    body -> new OptimizerDeclaration(
                            Optional.empty(),
                            optimizer.name(),
                            optimizer.parameter(),
                            optimizer.gradient(),
                            body,
                            optimizer.span()));
        } else if (declaration instanceof DefDeclaration def) {
            return bodies(
                    def.body(),
                    body -> new DefDeclaration(
                            def.doc(), def.name(), def.parameters(), body, def.shortForm(), def.span()));
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            return bodies(
                    schedule.body(),
                    body -> new ScheduleDeclaration(
                            schedule.doc(),
                            schedule.name(),
                            schedule.parameters(),
                            body,
                            schedule.shortForm(),
                            schedule.span()));
        } else if (declaration instanceof DerivedOptimizer derived) {
            return arguments(derived.arguments()).stream()
                    .<Declaration>map(fewer ->
                            new DerivedOptimizer(derived.doc(), derived.name(), derived.base(), fewer, derived.span()))
                    .toList();
        }
        throw new IllegalArgumentException("no declaration: " + declaration);
    }

    private static List<Declaration> bodies(List<BodyItem> body, Function<List<BodyItem>, Declaration> whole) {
        return smaller(body, SmallerItems::of).stream()
                .filter(items -> !items.isEmpty())
                .map(whole)
                .toList();
    }

    static List<List<Argument>> arguments(List<Argument> arguments) {
        return smaller(arguments, argument -> SmallerExpressions.of(argument.value()).stream()
                .map(value -> new Argument(argument.name(), argument.fixes(), value, argument.span()))
                .toList());
    }
}
