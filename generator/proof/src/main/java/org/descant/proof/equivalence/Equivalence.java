package org.descant.proof.equivalence;

import java.util.List;
import java.util.Optional;

/**
 * What came of comparing two rules.
 *
 * @param runs how many runs both went through
 * @param compared how many parameters were compared, over all steps
 * @param unbounded how many of them rounding could have taken anywhere, so that they show nothing
 * @param remarks what to know before believing it: hyperparameters and options that only one of them has, defaults that differ
 * @param counterExample what shows that they are different
 */
public record Equivalence(
        String left,
        String right,
        Sameness sameness,
        int runs,
        long compared,
        long unbounded,
        List<String> remarks,
        Optional<CounterExample> counterExample) {
    public Equivalence {
        remarks = List.copyOf(remarks);
    }

    public boolean isSame() {
        return sameness != Sameness.DIFFERENT;
    }

    /** All of it, for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(left).append(" and ").append(right).append(" are ").append(sameness.label());
        if (isSame()) {
            text.append(" in ").append(runs).append(" runs");
        }
        text.append('\n');
        remarks.forEach(remark -> text.append("  ").append(remark).append('\n'));
        counterExample.ifPresent(found -> text.append(found.text(left, right)));
        return text.toString();
    }
}
