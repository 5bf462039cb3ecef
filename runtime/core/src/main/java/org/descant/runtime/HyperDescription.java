package org.descant.runtime;

/**
 * What is known of a hyperparameter without running the rule.
 *
 * @param name the name in the rule: {@code weight_decay}
 * @param defaultValue its value until it is set
 * @param range the values that it may take
 * @param perGroup whether groups of tensors may have values of their own
 */
public record HyperDescription(String name, double defaultValue, Range range, boolean perGroup) {
    public HyperDescription {
        if (!range.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "the default of " + name + " is " + defaultValue + ", which is " + range.exclusion());
        }
    }
}
