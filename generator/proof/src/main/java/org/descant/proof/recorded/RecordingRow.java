package org.descant.proof.recorded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a table of recordings.
 *
 * @param recording the name or path of a recorded run
 * @param rule the rule that stands for it; none if none does yet
 * @param with values, or the recording's names, by the names of the rule
 * @param needs what the compiler lacks to generate the rule, the language to write it, or the library; none if nothing
 */
public record RecordingRow(String recording, Optional<String> rule, Map<String, String> with, Optional<String> needs) {
    public RecordingRow {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        if (rule.isEmpty() && needs.isEmpty()) {
            throw new IllegalArgumentException(recording + " has neither a rule nor a reason");
        }
    }
}
