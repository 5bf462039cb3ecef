package org.descant.proof.recorded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of recordings as it is written.
 *
 * @param rows of recorded runs
 * @param schedules expressions of recorded schedules, by name
 */
public record RecordingTable(List<RecordingRow> rows, Map<String, String> schedules) {
    private static final Pattern SCHEDULE = Pattern.compile("schedules/(?<name>\\S+)\\s*=\\s*(?<expression>.+)");
    private static final Pattern ROW = Pattern.compile("(?<recording>[^:]+?)"
            + "(?:\\s*:\\s+(?<rule>\\S+)(?:\\s+with\\s+(?<with>.+?))?)?"
            + "(?:\\s+needs\\s+(?<needs>.+))?");
    private static final Pattern SETTING = Pattern.compile("\\s*(?<name>\\S+)\\s*=\\s*(?<value>\\S+)\\s*");

    public RecordingTable {
        rows = List.copyOf(rows);
        schedules = Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
    }

    /**
     * Reads a table.
     *
     * @param file what messages call it
     * @throws RecordingTableException if a line is not understood
     */
    public static RecordingTable parse(String text, String file) {
        List<RecordingRow> rows = new ArrayList<>();
        Map<String, String> schedules = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        int number = 0;
        for (String untrimmed : text.lines().toList()) {
            number++;
            String line = untrimmed.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher schedule = SCHEDULE.matcher(line);
            String name;
            if (schedule.matches()) {
                name = "schedules/" + schedule.group("name");
                schedules.put(schedule.group("name"), schedule.group("expression"));
            } else {
                RecordingRow row = row(line, file + ":" + number);
                name = row.recording();
                rows.add(row);
            }
            if (!seen.add(name)) {
                throw new RecordingTableException(
                        file + ":" + number + ": '" + name + "' has a line already: take one out");
            }
        }
        return new RecordingTable(rows, schedules);
    }

    private static RecordingRow row(String line, String place) {
        Matcher row = ROW.matcher(line);
        if (!row.matches() || (row.group("rule") == null && row.group("needs") == null)) {
            throw new RecordingTableException(
                    place + ": '" + line
                            + "' is no line of a table of recordings: write NAME: RULE, NAME: RULE with A = B, or NAME needs WHAT");
        }
        Map<String, String> with = new LinkedHashMap<>();
        Optional<String> settings = Optional.ofNullable(row.group("with"));
        for (String each : settings.map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            Matcher setting = SETTING.matcher(each);
            if (!setting.matches()) {
                throw new RecordingTableException(
                        place + ": '" + each.strip() + "' is no setting: write with NAME = VALUE, NAME = VALUE");
            }
            with.put(setting.group("name"), setting.group("value"));
        }
        return new RecordingRow(
                row.group("recording"),
                Optional.ofNullable(row.group("rule")),
                with,
                Optional.ofNullable(row.group("needs")));
    }
}
