package org.descant.peers;

import java.util.List;
import org.descant.harness.compare.Parting;

/** What came of putting an optimizer beside the rule that it should be. */
sealed interface Verdict {
    /**
     * It is that rule.
     *
     * @param largest the largest difference, against the largest value of the tensor
     */
    record Same(double largest) implements Verdict {}

    /**
     * It is not that rule.
     *
     * @param is the names of the rules that it is instead
     */
    record Differs(Parting parting, List<String> is) implements Verdict {
        public Differs {
            is = List.copyOf(is);
        }
    }

    /** It does not work at all. */
    record Throws(Throwable thrown) implements Verdict {}
}
