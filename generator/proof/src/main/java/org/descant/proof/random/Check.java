package org.descant.proof.random;

import java.util.List;

/** What must hold for every rule. */
@FunctionalInterface
public interface Check {
    /** What is wrong with a rule, if something is; an exception is a fault of the compiler too. */
    Verdict check(RandomRule rule);

    /** The verdicts on several rules, in their order; for a check that compiles them, this is quicker than one by one. */
    default List<Verdict> checkAll(List<RandomRule> rules) {
        return rules.stream().map(this::check).toList();
    }
}
