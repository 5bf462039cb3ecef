package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.source.Diagnostic;

/** Declarations that lack a part, or have one that belongs elsewhere: {@code state m}, {@code in 0..1}, {@code optimizer Adam} without names. */
final class MissingParts implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        return switch (s.rule()) {
            case DescantParser.RULE_state -> Optional.of(state(s));
            case DescantParser.RULE_option ->
                Optional.of(
                        error(s, "option " + declared(s) + " has no value", "write option " + plain(s) + " = false"));
            case DescantParser.RULE_interval -> Optional.of(interval(s));
            case DescantParser.RULE_shape -> Optional.of(shape(s));
            case DescantParser.RULE_storage ->
                Optional.of(
                        error(s, "'" + s.text(0) + "' is not a way to store a state", "write f32, f64, bf16 or f16"));
            case DescantParser.RULE_rulePart ->
                Optional.of(error(s, "rule " + declared(s) + " has no default", "write rule " + plain(s) + " = AdamW"));
            case DescantParser.RULE_importLine ->
                Optional.of(error(s, "an import names a file in quotes", "write import \"adamw.opt\""));
            case DescantParser.RULE_optimizer -> Optional.of(optimizer(s));
            case DescantParser.RULE_def, DescantParser.RULE_schedule -> Optional.of(def(s));
            case DescantParser.RULE_formals -> Optional.of(formals(s));
            case DescantParser.RULE_binding, DescantParser.RULE_bindings -> Optional.of(binding(s));
            case DescantParser.RULE_derivation ->
                Optional.of(error(s, "what is derived from is missing", "write optimizer B = AdamW(beta2 = 0.95)"));
            case DescantParser.RULE_body -> body(s);
            default -> Optional.empty();
        };
    }

    private static Diagnostic state(Stumble s) {
        if (s.foundIs(DescantParser.OPEN_BRACKET) || s.foundIs(DescantParser.SUBINDEX)) {
            return error(s, "a state is declared without an index", "write state " + plain(s) + " = 0");
        }
        return error(s, "state " + declared(s) + " has no start", "write state " + plain(s) + " = 0");
    }

    private static Diagnostic interval(Stumble s) {
        boolean dots = s.type(0) == DescantParser.NUMBER
                && s.type(1) == DescantParser.DOT
                && s.type(2) == DescantParser.DOT
                && s.type(3) == DescantParser.NUMBER;
        String ends = dots ? s.text(0) + ", " + s.text(3) : "0, 1";
        return Diagnostic.error(
                dots ? s.span(0, 3) : s.span(0),
                "a range has two ends in brackets",
                "write in [" + ends + "], with ( or ) at an end that does not belong to it");
    }

    private static Diagnostic shape(Stumble s) {
        String word = s.text(0);
        String suggestion =
                switch (word) {
                    case "element" -> "leave out 'per element'";
                    case "rows" -> "did you mean 'row'?";
                    case "column", "cols", "columns" -> "did you mean 'col'?";
                    default -> "write per row, col, matrix, tensor or model";
                };
        return error(s, "'" + word + "' is not a shape", suggestion);
    }

    private static Diagnostic optimizer(Stumble s) {
        String name = s.context().getChildCount() > 1
                ? s.text((ParserRuleContext) s.context().getChild(1))
                : "Adam";
        return error(
                s, "an optimizer names its parameter and its gradient", "write optimizer " + name + "(w, g) { … }");
    }

    private static Diagnostic def(Stumble s) {
        String word = s.spans().of(s.context().getStart()).text();
        return s.context().getChildCount() > 2
                ? error(s, "the body of a " + word + " is missing", "write '{' … '}', or '=' and a value")
                : error(s, "a " + word + " names its parameters", "write " + word + " f(x) = …");
    }

    private static Diagnostic formals(Stumble s) {
        return s.foundIs(DescantParser.COLON)
                ? error(
                        s,
                        "a parameter gets its default with an equals sign",
                        "write " + s.text(-1) + " = " + s.text(1))
                : error(s, "parameters are names in parentheses", "write (x, beta = 0.9)");
    }

    private static Diagnostic binding(Stumble s) {
        boolean named = s.rule() == DescantParser.RULE_binding && s.context().getChildCount() == 1;
        return named
                ? error(s, "'" + s.text(-1) + "' gets no value", "write " + s.text(-1) + ": …, or = for a default")
                : error(s, "a derivation names what it sets", "write beta1: 0.95, or = for a default");
    }

    /** A body without its brace, or a declaration whose value has no '=' or no name. */
    private static Optional<Diagnostic> body(Stumble s) {
        if (s.context().getStart() == s.found()) {
            return Optional.of(Diagnostic.error(
                    s.place(), "a body stands in braces", "write '{' in front of it and '}' behind it"));
        }
        Optional<ItemContext> item = s.itemBefore().filter(MissingParts::endsWithName);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        String word = s.spans().of(item.get().getStart()).text();
        if (s.token(-1).getLine() > item.get().getStart().getLine()) {
            return Optional.of(
                    ReservedWords.nameless(word, s.spans().of(item.get().getStart()), false));
        }
        boolean output = item.get().output() != null;
        return output && (s.foundIs(DescantParser.DOT) || s.foundIs(DescantParser.OPEN_BRACKET))
                ? Optional.of(error(
                        s, "an output has a name of its own", "write output average = " + s.text(-1) + s.text(0) + "…"))
                : Optional.of(error(
                        s,
                        "'" + s.text(0) + "' cannot stand behind the name of " + article(word),
                        "write " + word + " " + s.text(-1) + " = …"));
    }

    /** Whether an item ends with the name that it declares, for want of an equals sign. */
    static boolean endsWithName(ItemContext item) {
        return (item.hyper() != null && item.hyper().getChildCount() == 2)
                || (item.output() != null && item.output().getChildCount() == 2);
    }

    private static String article(String word) {
        return (word.startsWith("o") ? "an " : "a ") + word;
    }

    private static String declared(Stumble s) {
        return "'" + plain(s) + "'";
    }

    /** The name behind the word that begins the declaration. */
    private static String plain(Stumble s) {
        return s.context().getChildCount() > 1
                ? s.text((ParserRuleContext) s.context().getChild(1))
                : "m";
    }

    private static Diagnostic error(Stumble s, String message, String suggestion) {
        return Diagnostic.error(s.place(), message, suggestion);
    }
}
