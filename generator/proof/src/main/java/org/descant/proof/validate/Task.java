package org.descant.proof.validate;

import java.util.function.Supplier;

/** A row of a report that is still to be made; its rule goes by a name that another file's rule may have, too. */
public record Task(String rule, String against, Supplier<Work> work) {}
