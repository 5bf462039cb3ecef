package org.descant.compiler.build;

import java.util.Optional;
import org.descant.compiler.load.ImportName;

/**
 * What came of looking for a file in one place.
 *
 * @param root the place, by its position
 * @param hash of the text; none where there was no such file
 */
record Lookup(int root, ImportName name, Optional<String> hash) {}
