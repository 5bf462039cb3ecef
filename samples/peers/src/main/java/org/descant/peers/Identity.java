package org.descant.peers;

import java.util.List;
import org.descant.harness.compare.RunResult;

/** What came of putting an optimizer beside the rule of its name. */
sealed interface Identity {
    /** What there is to do for each kind. */
    interface Visitor<R> {
        R visit(Same same);

        R visit(Differs differs);

        R visit(Throws thrown);
    }

    <R> R accept(Visitor<R> visitor);

    /** It is that rule. */
    record Same(RunResult result) implements Identity {
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
    record Differs(RunResult result, List<String> is) implements Identity {
        public Differs {
            is = List.copyOf(is);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It does not work at all. */
    record Throws(Throwable thrown) implements Identity {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
