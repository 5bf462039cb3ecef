package org.descant.runtime;

import java.util.Locale;

/** What {@link VectorLoops#PROPERTY} says. */
enum VectorMode {
    AUTO,
    WAIT,
    ON,
    OFF;

    private static final String MODULE = "jdk.incubator.vector";

    /**
     * What is said now; {@link #OFF} where the module is missing that vector forms need.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static VectorMode now() {
        String said = System.getProperty(VectorLoops.PROPERTY, "auto");
        for (VectorMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(said)) {
                return ModuleLayer.boot().findModule(MODULE).isPresent() ? mode : OFF;
            }
        }
        throw new IllegalArgumentException(
                "the property " + VectorLoops.PROPERTY + " is '" + said + "': set it to auto, wait, on or off");
    }
}
