package org.descant.compiler.ir;

/**
 * A hyperparameter that can be set.
 *
 * @param doc what the rule says of it, or the empty string
 * @param perGroup whether groups of tensors can have their own; not where it reaches a state or condition that is one for the model
 */
public record Hyper(String name, String doc, double defaultValue, Range range, boolean perGroup) {
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
