package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;

/** Which stores can be made before which others: those that overwrite nothing that the others take. */
final class StoreOrder {
    private final LoopMaker maker;

    StoreOrder(LoopMaker maker) {
        this.maker = maker;
    }

    /** Whether all others can be made after some stores. */
    boolean isFirst(List<ElementStore> first, List<ElementStore> open, ReadableBuffers readable) {
        List<ElementStore> bound = new ArrayList<>(first);
        addBound(bound, open, readable);
        return bound.size() == first.size();
    }

    /** Adds the stores that could not be made after these, because they take what these overwrite. */
    void addBound(List<ElementStore> next, List<ElementStore> open, ReadableBuffers readable) {
        boolean changed = true;
        while (changed) {
            ReadableBuffers after = after(next, readable);
            List<ElementStore> written =
                    next.stream().filter(readable::isOverwrittenBy).toList();
            changed = next.addAll(open.stream()
                    .filter(store -> !next.contains(store))
                    .filter(store -> written.stream()
                            .anyMatch(other -> maker.takes(
                                    List.of(store.value()), other.buffer().before(), after.held())))
                    .toList());
        }
    }

    /** What can be read once some values are stored. */
    ReadableBuffers after(List<ElementStore> stored, ReadableBuffers readable) {
        return readable.after(maker.readBack(stored));
    }
}
