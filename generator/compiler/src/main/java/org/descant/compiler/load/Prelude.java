package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;

/** The defs and schedules that every file knows without an import. */
public final class Prelude {
    /** How diagnostics speak of it. */
    public static final String NAME = "<prelude>";

    private Prelude() {}

    /** The prelude, parsed once. */
    public static LoadedFile file() {
        return Holder.FILE;
    }

    private static final class Holder {
        static final LoadedFile FILE = load();

        private static LoadedFile load() {
            try (InputStream stream = Prelude.class.getResourceAsStream("/org/descant/compiler/prelude.opt")) {
                if (stream == null) {
                    throw new IllegalStateException("the prelude is missing from the class path");
                }
                SourceText source = SourceDecoder.decode(NAME, stream);
                return new LoadedFile(source, RuleParser.parse(source, new Diagnostics()), List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ImportRefusedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
