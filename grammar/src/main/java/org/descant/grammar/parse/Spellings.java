package org.descant.grammar.parse;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.syntax.Name;

/**
 * The spellings that the names of one declaration have: {@code β₁} and {@code beta1} side by side would be one name to the compiler and
 * may be two to the author. A hat in a character of its own is the same spelling as one that is part of its letter.
 */
final class Spellings {
    private final Diagnostics diagnostics;
    private final Map<String, Name> first = new HashMap<>();

    Spellings(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Begins a declaration: its names have nothing to do with those before. */
    void begin() {
        first.clear();
    }

    /** The name itself, which is compared with those seen before it. */
    Name note(Name name) {
        Name earlier = first.putIfAbsent(name.text(), name);
        if (earlier != null && !written(earlier).equals(written(name))) {
            diagnostics.report(Diagnostic.error(
                    name.span(),
                    "'" + written(earlier) + "' and '" + written(name) + "' are two spellings of the name '"
                            + name.text() + "'",
                    "write '" + written(earlier) + "' everywhere, or choose another name"));
        }
        return name;
    }

    private static String written(Name name) {
        return Normalizer.normalize(name.span().text(), Normalizer.Form.NFC);
    }
}
