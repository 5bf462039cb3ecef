package org.descant.compiler.ir;

/**
 * A further value from the caller: per element, or smaller as declared.
 *
 * @param view which matrices, rows or columns are meant
 */
public record Input(String name, Shape shape, View view) {
    /** An input that has no matrices, or those of {@link View#FIRST}. */
    public Input(String name, Shape shape) {
        this(name, shape, View.FIRST);
    }
}
