package org.descant.runtime;

import java.util.List;

/**
 * What the kernels of generated classes call. A kernel may have a loop for a condition that first holds on a late step. If the JVM's first compiler meets the loop while a class that it calls is
 * not loaded for the caller's loader, it counts no calls from there; C2 then finds them to be rare, does not put them in place, and makes scalar code of the loop for good, ten times slower.
 */
final class KernelCalls {
    private static final List<Class<?>> TYPES = List.of(Math.class, Numeric.class, LongLoop.class);

    private KernelCalls() {}

    /**
     * Loads all that kernels call, as the loader of a generated class finds it.
     *
     * @param type the generated class
     */
    static void load(Class<?> type) {
        for (Class<?> called : TYPES) {
            try {
                Class.forName(called.getName(), true, type.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(type.getName() + " needs " + called.getName(), e);
            }
        }
    }
}
