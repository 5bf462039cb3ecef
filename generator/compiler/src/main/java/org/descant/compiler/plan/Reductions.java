package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;

/** The reductions of a rule, each once, numbered through the sweeps of a step and then those before the first step. */
final class Reductions {
    private final int firstBuffer;
    private final CellBuffers cells;
    private final Set<Reduce> found = new LinkedHashSet<>();
    private final List<Reduced> numbered = new ArrayList<>();
    private int count;

    /** @param firstBuffer the number of the buffer for the terms of the first reduction */
    Reductions(int firstBuffer, CellBuffers cells) {
        this.cells = cells;
        this.firstBuffer = firstBuffer;
    }

    /** Forgets the reductions of the sweeps before, which are run apart; their numbers stay given. */
    void beginCourse() {
        found.clear();
        numbered.clear();
    }

    /** Takes every reduction in an expression. */
    void take(Expr expr) {
        Subexpressions.within(expr).stream()
                .filter(Reduce.class::isInstance)
                .map(Reduce.class::cast)
                .forEach(found::add);
    }

    /** Numbers all that were taken, those of earlier sweeps first. */
    void number(Stages stages) {
        found.stream().sorted(Comparator.comparingInt(stages::of)).forEach(reduce -> {
            int index = count++;
            Optional<Buffer> terms = shared(reduce).or(() -> Space.of(
                            reduce.argument().shape(), reduce.argument().view())
                    .map(space -> new Buffer(firstBuffer + index, Reduced.text(reduce), reduce)));
            Optional<Buffer> cell = Space.of(reduce.shape(), reduce.view())
                    .map(space -> cells.add(Reduced.text(reduce), reduce, space));
            numbered.add(new Reduced(index, reduce, terms, cell));
        });
    }

    /** The terms of an earlier reduction of the same, where rows or columns are reduced to, so that the runtime takes the terms of one for several. */
    private Optional<Buffer> shared(Reduce reduce) {
        boolean isOfElements =
                Space.of(reduce.argument().shape(), reduce.argument().view()).equals(Optional.of(Space.ELEMENT));
        boolean isToCells = found.stream()
                .filter(each -> each.argument().equals(reduce.argument()))
                .anyMatch(each -> Space.of(each.shape(), each.view()).isPresent());
        if (!isOfElements || !isToCells) {
            return Optional.empty();
        }
        return numbered.stream()
                .filter(each -> each.reduce().argument().equals(reduce.argument()))
                .findFirst()
                .flatMap(Reduced::terms);
    }

    /** All of the course, by number. */
    List<Reduced> all() {
        return new ArrayList<>(numbered);
    }
}
