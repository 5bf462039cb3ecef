package org.descant.proof.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.RuleCompiler;
import org.descant.grammar.source.SourceText;
import org.descant.harness.recorded.RecordingReader;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.subject.TestedRule;

/** Where a table's rules and recordings are: the library, and the folder that the table lies in. */
final class RuleSources {
    private static final String LIBRARY = "META-INF/descant/rules/";
    private static final Pattern RULE = Pattern.compile("(?<file>.*\\.opt)(?::(?<name>.+))?");

    private final RuleCompiler compiler;
    private final ClassLoader loader;
    private final Optional<Path> folder;
    /** A rule is read once, however many lines name it. */
    private final Map<String, TestedRule> rules = new ConcurrentHashMap<>();

    /**
     * @param compiler takes the rules
     * @param folder none for the table of the library, whose paths are resources
     */
    RuleSources(RuleCompiler compiler, ClassLoader loader, Optional<Path> folder) {
        this.compiler = compiler;
        this.loader = loader;
        this.folder = folder;
    }

    TestedRule rule(String rule) {
        return rules.computeIfAbsent(rule, this::read);
    }

    private TestedRule read(String rule) {
        Matcher file = RULE.matcher(rule);
        if (!file.matches()) {
            return ofLibrary(rule.toLowerCase(Locale.ROOT) + ".opt")
                    .orElseThrow(() -> new RecordingTableException("the library has no rule '" + rule + "'"));
        }
        String path = file.group("file");
        TestedRule found = folder.map(base -> TestedRule.of(compiler, base.resolve(path)))
                .or(() -> ofLibrary(path))
                .orElseThrow(() -> new RecordingTableException("the library has no file '" + path + "'"));
        return Optional.ofNullable(file.group("name")).map(found::rule).orElse(found);
    }

    Trajectory recording(String recording) {
        return folder.filter(base -> recording.endsWith(".json"))
                .map(base -> RecordingReader.trajectory(base.resolve(recording)))
                .orElseGet(() -> Recordings.trajectory(recording));
    }

    private Optional<TestedRule> ofLibrary(String path) {
        try (InputStream stream = loader.getResourceAsStream(LIBRARY + path)) {
            return Optional.ofNullable(
                            stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .map(text -> TestedRule.of(compiler, new SourceText(path, text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
