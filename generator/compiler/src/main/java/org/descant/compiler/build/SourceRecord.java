package org.descant.compiler.build;

import java.util.List;

/**
 * What was done with one rule file.
 *
 * @param lookups what its outcome depends on; none if that is not known
 */
record SourceRecord(String name, List<Lookup> lookups, List<Written> written) {
    SourceRecord {
        lookups = List.copyOf(lookups);
        written = List.copyOf(written);
    }
}
