package org.descant.compiler.resolve;

/** The names that are given to a body instead of being defined by it. */
enum ValueKind {
    HYPER("a hyperparameter"),
    OPTION("an option"),
    INPUT("an input"),
    GRADIENT("the gradient"),
    PARAMETER("a parameter"),
    /** The first parameter of a schedule. */
    CLOCK("the clock of the schedule");

    private final String description;

    ValueKind(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
