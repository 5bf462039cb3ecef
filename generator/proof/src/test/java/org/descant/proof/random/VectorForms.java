package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.descant.grammar.log.NoWarnings;
import org.descant.runtime.VectorLoops;

/** Lets the vector forms of classes be used, all of them, while something runs; none of them may have other bits than its class in the runtime's own trial. */
final class VectorForms {
    private VectorForms() {}

    static <T> T inUse(Supplier<T> use) {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        String before = System.getProperty(VectorLoops.PROPERTY, "auto");
        System.setProperty(VectorLoops.PROPERTY, "on");
        try {
            return NoWarnings.of("org.descant.runtime.vectors", use);
        } finally {
            System.setProperty(VectorLoops.PROPERTY, before);
        }
    }
}
