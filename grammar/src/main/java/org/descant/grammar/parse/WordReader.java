package org.descant.grammar.parse;

import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.NameContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.parse.token.Spelling;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.ShapeWord;
import org.descant.grammar.syntax.StorageWord;
import org.jspecify.annotations.Nullable;

/** Single words of the parse tree: names, numerals, shapes, storages. */
final class WordReader {
    private final Spans spans;
    private final Spellings spellings;
    private final Diagnostics diagnostics;

    WordReader(Spans spans, Spellings spellings, Diagnostics diagnostics) {
        this.spans = spans;
        this.spellings = spellings;
        this.diagnostics = diagnostics;
    }

    /** A name that belongs to the declaration in which it stands. */
    Name own(NameContext context) {
        return spellings.note(name(context));
    }

    /** A name that is known elsewhere: of a rule, a function, what is passed to it, what stands inside it. */
    Name name(NameContext context) {
        Span span = spans.of(context);
        return new Name(Spelling.canonical(span.text()), span);
    }

    NumberLiteral number(Token token) {
        Span span = spans.of(token);
        return number(span, span.text().replace("_", "").replace('−', '-'));
    }

    /** The number that stands in a span, from its spelling in ASCII. */
    NumberLiteral number(Span span, String ascii) {
        double value = Double.parseDouble(ascii);
        if (Double.isInfinite(value)) {
            diagnostics.report(Diagnostic.error(
                    span, "the number is larger than any double", "write 'inf' where infinity is meant"));
        } else if (value == 0 && ascii.toLowerCase(Locale.ROOT).split("e", 2)[0].matches(".*[1-9].*")) {
            diagnostics.report(
                    Diagnostic.error(span, "the number is smaller than any double and would be read as 0", "write 0"));
        }
        return new NumberLiteral(value, span);
    }

    Optional<ShapeWord> shape(DescantParser.@Nullable ShapeContext context) {
        return word(context, ShapeWord.class);
    }

    Optional<StorageWord> storage(DescantParser.@Nullable StorageContext context) {
        return word(context, StorageWord.class);
    }

    private static <E extends Enum<E>> Optional<E> word(@Nullable ParserRuleContext context, Class<E> words) {
        return Optional.ofNullable(context)
                .map(c -> Enum.valueOf(words, c.getText().toUpperCase(Locale.ROOT)));
    }
}
