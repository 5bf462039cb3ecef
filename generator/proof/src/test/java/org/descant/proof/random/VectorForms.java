package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.descant.runtime.VectorLoops;

/** Lets the vector forms of classes be used, all of them, while something runs. */
final class VectorForms {
    /** Held, or its level would be forgotten. It has a line for each class. */
    private static final Logger LOG = Logger.getLogger("org.descant.runtime.vectors");

    private VectorForms() {}

    static <T> T inUse(Supplier<T> use) {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        String before = System.getProperty(VectorLoops.PROPERTY, "auto");
        LOG.setLevel(Level.OFF);
        System.setProperty(VectorLoops.PROPERTY, "on");
        try {
            return use.get();
        } finally {
            System.setProperty(VectorLoops.PROPERTY, before);
            LOG.setLevel(null);
        }
    }
}
