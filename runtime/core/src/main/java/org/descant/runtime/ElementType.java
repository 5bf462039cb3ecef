package org.descant.runtime;

/** The type of the numbers that a model is made of; one for all its tensors. */
public enum ElementType {
    FLOAT("float"),
    DOUBLE("double");

    private final String javaName;

    ElementType(String javaName) {
        this.javaName = javaName;
    }

    /** The Java type of one element. */
    public String javaName() {
        return javaName;
    }
}
