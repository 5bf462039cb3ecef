package org.descant.grammar.parse.token;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenStream;

/**
 * The generated parser with a limit on nesting, so that no text overflows the stack. What nests is what makes the parser call itself:
 * parentheses, brackets, bars, the branches of {@code if}, signs, {@code not}, {@code √} and {@code ^}. Chains of operators and of
 * {@code else if} are loops and may be of any length.
 */
public final class LimitedParser extends DescantParser {
    /** How many constructs may stand inside one another. */
    public static final int NESTING_LIMIT = 200;

    private int nesting;

    public LimitedParser(TokenStream tokens) {
        super(tokens);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
        if (nests(context)) {
            if (nesting > NESTING_LIMIT) {
                throw new NestingException(this);
            }
            nesting++;
        }
        super.enterRule(context, state, ruleIndex);
    }

    @Override
    public void exitRule() {
        if (nests(_ctx)) {
            nesting--;
        }
        super.exitRule();
    }

    private static boolean nests(RuleContext context) {
        return switch (context.getRuleIndex()) {
            case RULE_value, RULE_exponent -> true;
            case RULE_unary, RULE_negation, RULE_base -> context.parent.getRuleIndex() == context.getRuleIndex();
            default -> false;
        };
    }
}
