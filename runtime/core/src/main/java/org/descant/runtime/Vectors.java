package org.descant.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The vector form of a generated class, for one element type, and which of its loops are to be used. Optimizers of a class share it: what one of them has found
 * out holds for all. Nothing of the form is touched before the module that it needs was seen, and a form that cannot be loaded counts as none.
 */
final class Vectors {
    private static final Logger LOG = System.getLogger("org.descant.runtime.vectors");

    private static final ClassValue<Vectors[]> OF_CLASS = new ClassValue<>() {
        @Override
        protected Vectors[] computeValue(Class<?> type) {
            return new Vectors[] {new Vectors(type), new Vectors(type)};
        }
    };

    private final Class<?> type;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private volatile Trusted trusted = Trusted.NONE;

    /**
     * The loops that are to be used.
     *
     * @param form what runs them; absent where there are none
     * @param loops by sweep and loop
     * @param reductions by sweep and loop
     */
    private record Trusted(Optional<VectorLoops> form, boolean[][] loops, boolean[][] reductions) {
        static final Trusted NONE = new Trusted(Optional.empty(), new boolean[][] {}, new boolean[][] {});

        static Trusted of(VectorLoops form, RuleDescription rule) {
            return new Trusted(Optional.of(form), none(rule), none(rule));
        }

        private static boolean[][] none(RuleDescription rule) {
            boolean[][] all = new boolean[rule.sweeps().size()][];
            for (int sweep = 0; sweep < all.length; sweep++) {
                all[sweep] = new boolean[rule.sweeps().get(sweep).loops().size()];
            }
            return all;
        }

        static boolean has(boolean[][] all, int sweep, int loop) {
            return sweep < all.length && all[sweep][loop];
        }
    }

    private Vectors(Class<?> type) {
        this.type = type;
    }

    /** That of a class. */
    static Vectors of(Class<?> type, ElementType elementType) {
        return OF_CLASS.get(type)[elementType.ordinal()];
    }

    /**
     * Finds out what is to be used, once for all optimizers of the class: now where that is said, and by a trial in the background otherwise.
     *
     * @param optimizer one of the class, whose loops are the other form
     */
    void ask(Optimizer optimizer, RuleDescription rule, ElementType elementType) {
        VectorMode mode = VectorMode.now();
        if (mode == VectorMode.OFF) {
            trusted = Trusted.NONE;
            isAsked.set(false);
        } else if (isAsked.compareAndSet(false, true)) {
            if (mode == VectorMode.ON) {
                form().ifPresent(form -> useAll(form, rule));
            } else {
                VectorTrials.begin(() -> form().ifPresent(form -> tryOut(form, optimizer, rule, elementType)));
            }
        }
    }

    private Optional<VectorLoops> form() {
        try {
            Class<?> form = Class.forName(type.getName() + VectorLoops.SUFFIX, true, type.getClassLoader());
            return VectorLoops.class.isAssignableFrom(form)
                    ? Optional.of((VectorLoops) form.getConstructor().newInstance())
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.WARNING, () -> type.getSimpleName() + ": the vector form cannot be used: " + e);
            return Optional.empty();
        }
    }

    private void useAll(VectorLoops form, RuleDescription rule) {
        Trusted all = Trusted.of(form, rule);
        for (int[] pair : form.loops()) {
            all.loops()[pair[0]][pair[1]] = true;
        }
        for (int[] pair : form.reductions()) {
            all.reductions()[pair[0]][pair[1]] = true;
        }
        trusted = all;
        log(form.loops().length + form.reductions().length, form);
    }

    private void tryOut(VectorLoops form, Optimizer optimizer, RuleDescription rule, ElementType elementType) {
        Trusted good = Trusted.of(form, rule);
        VectorTrial trial = new VectorTrial(form, optimizer, rule, elementType);
        int count = 0;
        for (int[] pair : form.loops()) {
            boolean isGood = trial.isBetterLoop(pair[0], pair[1]);
            good.loops()[pair[0]][pair[1]] = isGood;
            count += isGood ? 1 : 0;
        }
        for (int[] pair : form.reductions()) {
            boolean isGood = trial.isBetterReduction(pair[0], pair[1]);
            good.reductions()[pair[0]][pair[1]] = isGood;
            count += isGood ? 1 : 0;
        }
        trusted = good;
        log(count, form);
    }

    private void log(int used, VectorLoops form) {
        int all = form.loops().length + form.reductions().length;
        LOG.log(
                Level.INFO,
                () -> type.getSimpleName() + ": the Vector API is used for " + used + " of " + all + " loops");
    }

    /** Runs a loop of a sweep on a block, in whichever form. */
    void run(Optimizer optimizer, int sweep, int loop, Block block) {
        Trusted now = trusted;
        if (!Trusted.has(now.loops(), sweep, loop)) {
            optimizer.loop(sweep, loop, block);
            return;
        }
        int from = block.from();
        int to = block.to();
        int end = now.form().orElseThrow().loop(sweep, loop, block);
        if (end < to) {
            block.take(end, to);
            optimizer.loop(sweep, loop, block);
            block.take(from, to);
        }
    }

    /** Whether the terms of some loops are to be added up by {@link #reduce}. */
    boolean reduces(int sweep, int first, int end) {
        Trusted now = trusted;
        for (int loop = first; loop < end; loop++) {
            if (!Trusted.has(now.reductions(), sweep, loop)) {
                return false;
            }
        }
        return true;
    }

    /** Adds up the terms of a loop over a whole block; see {@link VectorLoops#reduce}. */
    void reduce(int sweep, int loop, Block block, double[] results) {
        trusted.form().orElseThrow().reduce(sweep, loop, block, results);
    }
}
