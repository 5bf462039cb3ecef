package org.descant.peers;

import java.util.List;
import org.descant.harness.compare.Parting;

/** What came of putting an optimizer beside the rule of its name. */
sealed interface Verdict {
    /** What there is to do for each kind. */
    interface Visitor<R> {
        R visit(Same same);

        R visit(Differs differs);

        R visit(Throws thrown);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * It is that rule.
     *
     * @param largest the largest difference, against the largest value of the tensor
     */
    record Same(double largest) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * It is not that rule.
     *
     * @param is the names of the rules that it is instead
     */
    record Differs(Parting parting, List<String> is) implements Verdict {
        public Differs {
            is = List.copyOf(is);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It does not work at all. */
    record Throws(Throwable thrown) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
