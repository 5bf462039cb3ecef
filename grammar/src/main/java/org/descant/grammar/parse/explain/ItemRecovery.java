package org.descant.grammar.parse.explain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.NestingException;

/**
 * What happens at a syntax error: it is explained once, the construct that holds it is marked as broken, and reading goes on at the next
 * item or declaration, so that one run finds the errors of the whole file. Missing braces are read as if they were there.
 */
public final class ItemRecovery extends DefaultErrorStrategy {
    private final SyntaxErrors errors;
    private final ResumePoints resumePoints;
    private final Set<ParserRuleContext> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ParserRuleContext> brokenHeads = Collections.newSetFromMap(new IdentityHashMap<>());

    public ItemRecovery(SyntaxErrors errors, ResumePoints resumePoints) {
        this.errors = errors;
        this.resumePoints = resumePoints;
    }

    /** Whether a construct has a syntax error outside the items of its body. */
    public boolean isBroken(ParserRuleContext context) {
        return broken.contains(context) || brokenHeads.contains(context);
    }

    /** Before each item and declaration: skips what can be neither, each line of it with an explanation of its own. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext context = parser.getContext();
        if (!isBetween(context.getRuleIndex())) {
            return;
        }
        int from = parser.getCurrentToken().getTokenIndex();
        int next = between(context, from);
        while (next != from) {
            endErrorCondition(parser);
            explain(parser, parser.getCurrentToken());
            if (next < from) {
                itemBefore(context).ifPresent(broken::add);
            }
            parser.getInputStream().seek(next);
            from = next;
            next = between(context, from);
        }
    }

    private int between(ParserRuleContext context, int from) {
        if (errors.isEnough()) {
            return resumePoints.end();
        }
        int earliest = itemBefore(context)
                .map(item -> item.getStart().getTokenIndex() + 1)
                .orElse(from);
        return resumePoints.between(context.getRuleIndex(), from, earliest);
    }

    /** Whether a rule has items or declarations one after the other; the parser asks at every repetition of every rule. */
    private static boolean isBetween(int rule) {
        return rule == DescantParser.RULE_body || rule == DescantParser.RULE_file;
    }

    @Override
    public Token recoverInline(Parser parser) {
        Token found = parser.getCurrentToken();
        ParserRuleContext context = parser.getContext();
        boolean opening = context.getChildCount() == 0;
        if (context.getRuleIndex() == DescantParser.RULE_body && resumePoints.impliesBrace(found, opening)) {
            explain(parser, found);
            return getMissingSymbol(parser);
        }
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        if (e instanceof NestingException && !inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            errors.reportTooDeep(e.getOffendingToken());
        } else {
            explain(parser, e.getOffendingToken());
        }
    }

    private void explain(Parser parser, Token found) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            ParserRuleContext context = parser.getContext();
            errors.report(context, itemBefore(context), found, resumePoints.position(found.getTokenIndex()));
        }
    }

    private Optional<ItemContext> itemBefore(ParserRuleContext context) {
        boolean between = context.getRuleIndex() == DescantParser.RULE_body && context.getChildCount() > 0;
        return between
                        && context.getChild(context.getChildCount() - 1) instanceof ItemContext item
                        && !broken.contains(item)
                ? Optional.of(item)
                : Optional.empty();
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        ParserRuleContext place = parser.getContext();
        while (!ResumePoints.isRecoverable(place.getRuleIndex())) {
            place = place.getParent();
        }
        if (broken.add(place)) {
            parser.getInputStream().seek(errors.isEnough() ? resumePoints.end() : resumePoints.after(place));
        }
        if (ResumePoints.isHead(place.getRuleIndex())) {
            brokenHeads.add(place.getParent().getParent());
        }
    }
}
