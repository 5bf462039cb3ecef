package org.descant.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The vector form of a generated class, for one element type, and which of its loops are used. Optimizers of a class share it: what one of them has found
 * out holds for all. Nothing of the form is touched before the module that it needs was seen, and a form that cannot be loaded, or not be run on this JDK, counts as none.
 */
final class Vectors {
    private static final Logger LOG = System.getLogger("org.descant.runtime.vectors");

    private static final ClassValue<Map<ElementType, Vectors>> OF_CLASS = new ClassValue<>() {
        @Override
        protected Map<ElementType, Vectors> computeValue(Class<?> type) {
            Map<ElementType, Vectors> both = new EnumMap<>(ElementType.class);
            for (ElementType elementType : ElementType.values()) {
                both.put(elementType, new Vectors(type, elementType));
            }
            return both;
        }
    };

    /** Terms of a row of which at least two vectors are made, whatever they have of them. */
    static final int SHORTEST_ROW = 32;

    /** The number of steps after which nothing is asked any more: no multiple of the usual periods. */
    static final int LAST_ASKED = 7;

    private final Class<?> type;
    private final ElementType elementType;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final Optional<Vectors> ofRows = Optional.of(this);
    private volatile VectorChoice used = VectorChoice.NONE;

    private Vectors(Class<?> type, ElementType elementType) {
        this.type = type;
        this.elementType = elementType;
    }

    /** That of a class. */
    static Vectors of(Class<?> type, ElementType elementType) {
        return OF_CLASS.get(type).getOrDefault(elementType, new Vectors(type, elementType));
    }

    /**
     * Finds out what is to be used, once for all optimizers of the class: at once where that is said, and by a trial in the background otherwise. The trial begins with the eighth
     * step, under the conditions of the seventh: those of the first ({@code t == 1}, {@code t <= 4}), and of every second to sixth, are not the usual ones.
     *
     * @param optimizer one of the class, whose loops are the other form
     * @param made the steps that it has made
     * @param flags the conditions of the step before, and {@code tensorFlags} those of one of its tensors
     * @throws IllegalArgumentException if the property that decides means nothing
     */
    void ask(Optimizer optimizer, int made, boolean[] flags, boolean[] tensorFlags) {
        VectorMode mode = VectorMode.now();
        boolean isTime = mode == VectorMode.ON || (mode != VectorMode.OFF && made == LAST_ASKED);
        if (isTime && isAsked.compareAndSet(false, true)) {
            VectorTrial trial = new VectorTrial(optimizer, elementType, flags, tensorFlags);
            if (mode == VectorMode.AUTO) {
                VectorTrials.begin(() -> tryOut(trial, mode));
            } else {
                tryOut(trial, mode);
            }
        }
    }

    /** What a form calls is linked when it is first called: until then nothing but a trial may run it. */
    private void tryOut(VectorTrial trial, VectorMode mode) {
        try {
            Optional<VectorLoops> form = form();
            if (form.isPresent()) {
                use(choice(form.get(), trial, mode), form.get());
                for (String loop : trial.different()) {
                    warn("the vector form of " + loop
                            + " has other bits than the class, and is not used; please report it");
                }
            }
        } catch (InvocationTargetException e) {
            refuse(e.getTargetException());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            refuse(e);
        }
    }

    private void refuse(Throwable why) {
        warn("the vector form cannot be used: " + why);
    }

    private void warn(String what) {
        LOG.log(Level.WARNING, () -> type.getSimpleName() + ": " + what);
    }

    private Optional<VectorLoops> form() throws ReflectiveOperationException {
        Class<?> form;
        try {
            form = Class.forName(type.getName() + VectorLoops.SUFFIX, true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        return VectorLoops.class.isAssignableFrom(form)
                ? Optional.of((VectorLoops) form.getConstructor().newInstance())
                : Optional.empty();
    }

    /** The loops that are right; of these, unless all are wanted, those that are faster, twice over: the other form may have been compiled late. */
    private static VectorChoice choice(VectorLoops form, VectorTrial trial, VectorMode mode) {
        VectorChoice all = VectorChoice.all(new VectorCalls(form), trial.rule());
        return mode == VectorMode.ON ? trial.right(all) : trial.better(trial.better(all));
    }

    private void use(VectorChoice choice, VectorLoops form) {
        used = choice;
        int all = form.loops().length + form.reductions().length + form.sweeps().length + (form.addsRows() ? 1 : 0);
        LOG.log(
                Level.INFO,
                () -> type.getSimpleName() + ": the Vector API is used for " + choice.count() + " of " + all
                        + " loops of " + elementType.javaName());
    }

    /** Whether a loop of a sweep runs in the vector form by now. */
    boolean runs(int sweep, int loop) {
        return used.hasLoop(sweep, loop);
    }

    /** Runs a loop of a sweep on a block, in whichever form. */
    void run(Optimizer optimizer, int sweep, int loop, Block block) {
        VectorChoice now = used;
        if (!now.hasLoop(sweep, loop)) {
            optimizer.loop(sweep, loop, block);
            return;
        }
        int from = block.from();
        int to = block.to();
        int end = runWhole(sweep, loop, block);
        if (end < to) {
            block.take(end, to);
            optimizer.loop(sweep, loop, block);
            block.take(from, to);
        }
    }

    /** Whether the loops of a sweep that write no terms run as one by now. */
    boolean joins(int sweep) {
        return used.hasSweep(sweep);
    }

    /**
     * Runs loops of a sweep on a block as one, if they run so by now, and says whether it has.
     *
     * @param loops all of the sweep that write no terms
     */
    boolean runSweep(Optimizer optimizer, int sweep, ElementLoop[] loops, Block block) {
        VectorChoice now = used;
        if (!now.hasSweep(sweep)) {
            return false;
        }
        int from = block.from();
        int to = block.to();
        int end = now.form().sweep(sweep, block);
        if (end < to) {
            block.take(end, to);
            for (ElementLoop loop : loops) {
                optimizer.loop(sweep, loop.number(), block);
            }
            block.take(from, to);
        }
        return true;
    }

    /** Whether a loop of a sweep runs in the vector form by now where the class itself would work on copies. */
    boolean runsApart(int sweep, int loop) {
        return used.hasApart(sweep, loop);
    }

    /** Runs a loop that does so in the vector form, on elements of one row, as far as whole vectors go, and says where that is. */
    int runRow(int sweep, int loop, Block block) {
        return used.form().rowLoop(sweep, loop, block);
    }

    /** Runs a loop that does so in the vector form, as far as whole vectors go, and says where that is. */
    int runWhole(int sweep, int loop, Block block) {
        return used.form().loop(sweep, loop, block);
    }

    /**
     * Whether the terms of a loop are to be added up by {@link #reduce}.
     *
     * @param copies whether the class itself would make them of copies
     */
    boolean reduces(int sweep, int loop, boolean copies) {
        VectorChoice now = used;
        return copies ? now.hasReductionApart(sweep, loop) : now.hasReduction(sweep, loop);
    }

    /** This, if rows of so many terms are to be added up by {@link #addRows}. */
    Optional<Vectors> ofRows(int length) {
        boolean addsRows = length >= SHORTEST_ROW && length <= ReductionTree.LANES && used.addsRows();
        return addsRows ? ofRows : Optional.empty();
    }

    /** Adds up rows of floats; see {@link VectorLoops#addRows}. */
    void addRows(float[] terms, int from, int length, int rows, double[] results) {
        used.form().addRows(terms, from, length, rows, results);
    }

    /** Adds up the terms of a loop over a whole block; see {@link VectorLoops#reduce}. */
    void reduce(int sweep, int loop, Block block, double[] results) {
        used.form().reduce(sweep, loop, block, results);
    }
}
