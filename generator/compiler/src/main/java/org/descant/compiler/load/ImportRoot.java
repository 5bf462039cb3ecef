package org.descant.compiler.load;

import java.util.Optional;
import org.descant.grammar.source.SourceText;

/** A place that holds rule files: a directory, a part of the class path. Nothing outside it can be read through it. */
public interface ImportRoot {
    /**
     * The text of a file, if this root has it.
     *
     * @throws ImportRefusedException if there is such a file but it may not or cannot be read
     */
    Optional<SourceText> find(ImportName name) throws ImportRefusedException;
}
