package org.descant.compiler.load;

import java.util.Optional;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** Says, in the words of a diagnostic, why a file that is there is not read. */
public final class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Diagnostic> inside;

    public ImportRefusedException(String message) {
        super(message);
        this.inside = Optional.empty();
    }

    /**
     * A file that is refused for something in it.
     *
     * @param message the reason, for those who do not see the place
     * @param inside the same, said of the place
     */
    ImportRefusedException(String message, Diagnostic inside) {
        super(message);
        this.inside = Optional.of(inside);
    }

    /** The reason, as one sentence without a full stop. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, where that can be said. */
    public Optional<String> suggestion() {
        return inside.flatMap(Diagnostic::suggestion);
    }

    /** An error where the file is asked for. */
    Diagnostic at(Span wanted) {
        return suggestion()
                .map(what -> Diagnostic.error(wanted, reason(), what))
                .orElseGet(() -> Diagnostic.error(wanted, reason()));
    }

    /**
     * An error of the file itself: at the place that is wrong, where there is one.
     *
     * @param name what messages call the file
     */
    public Diagnostic in(String name) {
        return inside.map(wrong -> {
                    SourceText text = new SourceText(name, wrong.span().source().text());
                    Span place =
                            new Span(text, wrong.span().start(), wrong.span().end());
                    return new Diagnostic(wrong.severity(), place, wrong.message(), wrong.suggestion());
                })
                .orElseGet(() -> Diagnostic.error(new SourceText(name, "").span(), reason()));
    }
}
