package org.descant.cli;

import org.descant.compiler.CompiledRule;
import org.descant.runtime.RuleDescription;

/**
 * A rule that was compiled in this process.
 *
 * @param compileNanos from the rule's text to a class that can be used
 */
record TimedRule(CompiledRule rule, long compileNanos) {
    RuleDescription description() {
        return rule.description();
    }
}
