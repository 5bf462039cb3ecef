package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.DescantParser.StateContext;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Words of the language that stand where they mean nothing: {@code norm(g) per model}, {@code state m = 0 as bf16}, {@code 1 + if …}. */
final class MisplacedWords implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        return switch (s.type(0)) {
            case DescantParser.PER -> s.expectsValue() || isBetweenItems(s) ? Optional.empty() : Optional.of(per(s));
            case DescantParser.AS -> s.expectsValue() ? Optional.empty() : Optional.of(as(s));
            case DescantParser.IN -> in(s);
            case DescantParser.WHEN -> when(s);
            case DescantParser.IF ->
                s.expectsValue()
                        ? Optional.of(Diagnostic.error(
                                s.span(0),
                                "an 'if' inside an expression stands in parentheses",
                                "write (if … then … else …)"))
                        : misplacedIf(s);
            case DescantParser.NOT ->
                s.expectsValue()
                        ? Optional.of(Diagnostic.error(
                                s.span(0), "'not' binds looser than what stands in front of it", "write (not …)"))
                        : Optional.empty();
            case DescantParser.THEN, DescantParser.ELSE -> thenOrElse(s);
            case DescantParser.COMMA -> perBeforeComma(s);
            case DescantParser.OPEN ->
                s.type(-1) == DescantParser.LOSS
                        ? Optional.of(
                                Diagnostic.error(s.span(-1), "'loss' is a value and not a function", "write loss"))
                        : Optional.empty();
            default -> conditional(s);
        };
    }

    /** {@code a if c else b}, and a line that begins with the word. */
    private static Optional<Diagnostic> misplacedIf(Stumble s) {
        if (s.continuesLine(0) && TokenKinds.endsValue(s.type(-1))) {
            return Optional.of(
                    Diagnostic.error(s.span(0), "a choice begins with its condition", "write if c then a else b"));
        }
        return s.rule() == DescantParser.RULE_body && s.context().getChildCount() > 0
                ? Optional.of(Diagnostic.error(
                        s.span(0),
                        "'if' chooses between values and begins no equation",
                        "write w[t] = if c then a else b"))
                : Optional.empty();
    }

    /** Whether the word begins a line of its own where the item above it makes no sense either. */
    private static boolean isBetweenItems(Stumble s) {
        return s.rule() == DescantParser.RULE_body && s.itemBefore().isEmpty();
    }

    private static Diagnostic per(Stumble s) {
        String per = "per " + s.text(1);
        Optional<StateContext> state = s.itemBefore().map(ItemContext::state);
        if (state.isPresent()) {
            return Diagnostic.error(
                    s.span(0, 1),
                    "the shape of a state stands behind its name",
                    "write state " + s.text(state.get().name()) + " " + per + " = "
                            + s.text(state.get().value()));
        }
        if (s.type(-1) == DescantParser.CLOSE || s.type(-1) == DescantParser.BARS) {
            String reduction = reductionBefore(s);
            String closing = s.text(-1);
            return Diagnostic.error(
                    s.span(0, 1),
                    "'per' stands inside the " + (closing.equals(")") ? "parentheses" : "bars") + " of a reduction",
                    reduction.isEmpty()
                            ? "write norm(x " + per + ")"
                            : "write " + reduction.substring(0, reduction.length() - 1) + " " + per + closing);
        }
        if (s.rule() == DescantParser.RULE_state && s.type(-2) == DescantParser.AS) {
            String name = s.text((ParserRuleContext) s.context().getChild(1));
            return Diagnostic.error(
                    s.span(0, 1),
                    "the shape of a state stands in front of 'as'",
                    "write state " + name + " " + per + " as " + s.text(-1));
        }
        if (s.itemBefore().filter(item -> item.hyper() != null).isPresent()) {
            return Diagnostic.error(s.span(0, 1), "a hyperparameter is one number", "leave out '" + per + "'");
        }
        boolean empty = s.type(-1) == DescantParser.OPEN && TokenKinds.isName(s.type(-2));
        String function = empty ? s.text(-2) : "norm";
        return Diagnostic.error(
                s.span(0, 1),
                "'per' is the last thing in the parentheses of a reduction",
                "write " + function + (function.equals("dot") ? "(x, y " : "(x ") + per + ")");
    }

    /** The text from the name in front of the parentheses, or from the opening bars, to the token in front of the one found. */
    private static String reductionBefore(Stumble s) {
        int depth = 0;
        for (int i = -1; s.at() + i >= 0; i--) {
            int type = s.type(i);
            if (type == DescantParser.BARS && s.type(-1) == DescantParser.BARS && i < -1) {
                return s.text(i, -1);
            } else if (type == DescantParser.CLOSE) {
                depth++;
            } else if (type == DescantParser.OPEN && --depth == 0 && s.type(-1) == DescantParser.CLOSE) {
                return TokenKinds.isName(s.type(i - 1)) ? s.text(i - 1, -1) : "";
            }
        }
        return "";
    }

    /** {@code dot(x per row, y)}. */
    private static Optional<Diagnostic> perBeforeComma(Stumble s) {
        if (s.type(-2) != DescantParser.PER || !(s.context() instanceof DescantParser.CallContext call)) {
            return Optional.empty();
        }
        String function = s.spans().of(call.getStart()).text();
        String before = Stumble.brief(
                s.spans().between(call.arguments().getStart(), s.token(-3)).text());
        Optional<String> after = restOfArguments(s);
        return Optional.of(Diagnostic.error(
                s.span(-2, -1),
                "'per' is the last thing in the parentheses of a reduction",
                after.map(rest -> "write " + function + "(" + before + ", " + rest + " " + s.text(-2, -1) + ")")
                        .orElse("move it in front of the ')'")));
    }

    private static Optional<String> restOfArguments(Stumble s) {
        int depth = 0;
        for (int i = 1;
                s.at() + i < s.tokens().size()
                        && s.token(i).getLine() == s.found().getLine();
                i++) {
            int type = s.type(i);
            if (type == DescantParser.CLOSE && depth-- == 0) {
                return i > 1 ? Optional.of(s.text(1, i - 1)) : Optional.empty();
            }
            depth += type == DescantParser.OPEN ? 1 : 0;
        }
        return Optional.empty();
    }

    private static Diagnostic as(Stumble s) {
        Optional<StateContext> state = s.itemBefore().map(ItemContext::state);
        return state.map(declared -> Diagnostic.error(
                        s.span(0, 1),
                        "how a state is stored stands behind its name",
                        "write state " + s.text(declared.name())
                                + (declared.shape() == null ? "" : " per " + s.text(declared.shape())) + " as "
                                + s.text(1) + " = " + s.text(declared.value())))
                .orElseGet(() -> Diagnostic.error(
                        s.span(0),
                        "'as' says how a state is stored and stands only in its declaration",
                        "write bf16(x), f16(x) or f32(x) to round a value"));
    }

    private static Optional<Diagnostic> in(Stumble s) {
        boolean declared = s.itemBefore().isPresent() || s.rule() == DescantParser.RULE_state;
        return declared
                ? Optional.of(Diagnostic.error(
                        s.span(0),
                        "only a hyperparameter has a range",
                        "write 'hyper', or clamp(x, low, high) for a value"))
                : Optional.empty();
    }

    private static Optional<Diagnostic> when(Stumble s) {
        boolean inside = s.isWithin(DescantParser.RULE_primary) || s.isWithin(DescantParser.RULE_conditional);
        return s.expectsValue() || (!inside && s.itemBefore().isEmpty())
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        s.span(0),
                        "'when' stands once, at the end of an equation",
                        "write x = f(…) when c, or choose with 'if'"));
    }

    private static Optional<Diagnostic> thenOrElse(Stumble s) {
        String word = s.text(0);
        if (s.rule() == DescantParser.RULE_conditional) {
            return conditional(s);
        }
        return s.expectsValue()
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.error(s.span(0), "'" + word + "' belongs to no 'if'", "write if c then a else b"));
    }

    /** A choice that lacks a part. */
    private static Optional<Diagnostic> conditional(Stumble s) {
        if (s.rule() != DescantParser.RULE_conditional) {
            return Optional.empty();
        }
        String word = s.text(0);
        if (word.equals("elif") || word.equals("elseif") || word.equals("elsif")) {
            return Optional.of(
                    Diagnostic.error(s.span(0), "'" + word + "' is not a word of the language", "write else if"));
        }
        boolean chosen = s.context().getChild(s.context().getChildCount() - 1) instanceof DescantParser.ValueContext;
        return Optional.of(Diagnostic.error(
                s.spans().of(s.context().getStart()),
                chosen ? "this 'if' has no 'else'" : "this 'if' has no 'then'",
                "write if c then a else b"));
    }
}
