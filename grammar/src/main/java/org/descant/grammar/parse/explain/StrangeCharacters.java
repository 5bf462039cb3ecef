package org.descant.grammar.parse.explain;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.Spelling;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Characters that are not of the language: what they are called, and what to write for those that people write most. */
final class StrangeCharacters implements Explanation {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("&", "write 'and'"),
            Map.entry("!", "write 'not'"),
            Map.entry("%", "write mod(a, b)"),
            Map.entry("?", "write if c then a else b"),
            Map.entry("@", "there are no products of matrices; '*' multiplies element by element"),
            Map.entry("#", "a comment begins with '//'"),
            Map.entry(".", "the point of a number stands between digits, as in 0.5"),
            Map.entry("_", "a name begins with a letter"),
            Map.entry("\\", "write a Greek letter itself or its name: β or beta"),
            Map.entry("∞", "write inf"),
            Map.entry("∇", "read the gradient by its name, or ask for it with grad(w[t-1])"),
            Map.entry("∂", "read the gradient by its name, or ask for it with grad(w[t-1])"),
            Map.entry("∑", "write sum(x)"),
            Map.entry("∥", "write '‖', or norm(x)"),
            Map.entry("⟨", "write dot(x, y)"),
            Map.entry("⟩", "write dot(x, y)"),
            Map.entry("⊘", "write '/'"),
            Map.entry("⁄", "write '/'"),
            Map.entry("∕", "write '/'"),
            Map.entry("•", "write '*'"),
            Map.entry("∘", "write '*'"),
            Map.entry("–", "write '-'"),
            Map.entry("—", "write '-'"),
            Map.entry("‐", "write '-'"),
            Map.entry("‑", "write '-'"),
            Map.entry("≔", "write '='"),
            Map.entry("⇐", "write '='"),
            Map.entry("∧", "write 'and'"),
            Map.entry("∨", "write 'or'"),
            Map.entry("¬", "write 'not'"),
            Map.entry("½", "write 1/2"),
            Map.entry("“", "write '\"'"),
            Map.entry("”", "write '\"'"));

    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        return switch (s.type(0)) {
            case DescantParser.UNCLOSED_STRING ->
                Optional.of(Diagnostic.error(
                        s.span(0), "the text in quotes does not end on its line", "write '\"' behind it"));
            case DescantParser.STRING ->
                Optional.of(Diagnostic.error(
                        s.span(0), "only an import has text in quotes", "write a name without quotes"));
            case DescantParser.BLOCK_COMMENT ->
                Optional.of(Diagnostic.error(s.span(0), "'/*' begins no comment", "write '//' in front of each line"));
            case DescantParser.STRANGE -> Optional.of(strange(s));
            default -> Optional.empty();
        };
    }

    private static Diagnostic strange(Stumble s) {
        String character = s.text(0);
        if (character.equals("'") || character.equals("′") || character.equals("’")) {
            return Diagnostic.error(
                    s.span(0), "a name has no prime", "write a name of letters, digits and '_', such as " + primed(s));
        }
        if (character.equals("_") && s.type(-1) == DescantParser.NUMBER && s.touches(-1)) {
            return SideBySide.wrongNumber(s, -1);
        }
        if (character.equals("|")) {
            return bar(s);
        }
        if (character.equals("&") && s.text(1).equals("&")) {
            return Diagnostic.error(s.span(0, 1), "'&&' is not an operator", "write 'and'");
        }
        return Diagnostic.error(
                s.span(0),
                name(character) + " does not belong to the language",
                instead(character).orElse("leave it out"));
    }

    private static String primed(Stumble s) {
        return TokenKinds.isName(s.type(-1)) ? Spelling.canonical(s.text(-1)) + "2" : "g2";
    }

    private static Diagnostic bar(Stumble s) {
        if (s.text(1).equals("|") && s.touches(0)) {
            return Diagnostic.error(s.span(0, 1), "'||' is not an operator", "write 'or', or norm(x) for a norm");
        }
        for (int i = 1;
                s.token(i).getLine() == s.found().getLine()
                        && s.at() + i < s.tokens().size() - 1;
                i++) {
            if (s.text(i).equals("|")) {
                String inside = s.text(1, i - 1);
                return Diagnostic.error(
                        s.span(0, i),
                        "'|…|' can be an absolute value or a norm",
                        "write abs(" + inside + ") or norm(" + inside + ")");
            }
        }
        return Diagnostic.error(s.span(0), "'|' is not an operator", "write 'or', abs(x) or norm(x)");
    }

    private static Optional<String> instead(String character) {
        String known = INSTEAD.get(character);
        if (known != null) {
            return Optional.of(known);
        }
        int codePoint = character.codePointAt(0);
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return Optional.of("write a space");
        }
        if (codePoint >= '₀' && codePoint <= '₎') {
            return Optional.of("a subscript stands behind a letter of a name");
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return Optional.of("a hat, tilde or bar stands behind the letter that it belongs to");
        }
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKD);
        boolean readable = !plain.equals(character) && plain.codePoints().allMatch(c -> c > ' ' && c < 0x7F);
        return readable ? Optional.of("write '" + plain + "'") : Optional.empty();
    }

    /** {@code the character '∞' (U+221E)}; only the number of what cannot be seen. */
    static String name(String character) {
        int codePoint = character.codePointAt(0);
        String number = String.format("U+%04X", codePoint);
        return SourceCharacters.isVisible(codePoint)
                ? "the character '" + character + "' (" + number + ")"
                : "the character " + number;
    }
}
