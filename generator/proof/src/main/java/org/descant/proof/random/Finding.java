package org.descant.proof.random;

/** A rule that something is wrong with, as small as it gets. */
public record Finding(RandomRule rule, Verdict verdict) {
    /** The rule, what is wrong, and the Java that was generated. */
    public String report() {
        String options = rule.options().isEmpty() ? "" : ", options " + rule.options();
        return "seed " + rule.seed() + ", rule " + rule.rule() + options + "\n\n" + rule.text() + "\n" + verdict.text()
                + (verdict.java().isEmpty() ? "" : "\n" + verdict.java());
    }
}
