package org.descant.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Severity;

/** What all commands do with rules: find those that a command line names, and say what is wrong with them. */
final class Workshop {
    /** {@code mine.opt:Fast} is one of the optimizers of a file. */
    private static final Pattern ONE_OF_A_FILE =
            Pattern.compile("(?<file>.*\\.opt):(?<rule>[\\p{L}_][\\p{L}\\p{N}_]*)");

    private final Terminal terminal;
    private final Library library = new Library(Workshop.class.getClassLoader());

    Workshop(Terminal terminal) {
        this.terminal = terminal;
    }

    Library library() {
        return library;
    }

    /**
     * The optimizers that an argument means: all of a file's, or the one named after a colon.
     *
     * @throws CallException if there is no such file or rule
     * @throws RuleException if the text cannot be parsed
     */
    List<ChosenRule> choose(String argument) {
        Matcher one = ONE_OF_A_FILE.matcher(argument);
        boolean named = one.matches();
        RuleArgument read = RuleArgument.read(named ? one.group("file") : argument, library, terminal.in());
        Compilation parsed = new ChosenRule(read, Optional.empty()).run(Descant.compiler(), "parse");
        throwIfWrong(parsed.diagnostics());
        List<String> names = Resolver.optimizers(parsed.file().orElseThrow());
        if (!named) {
            return names.isEmpty()
                    ? List.of(new ChosenRule(read, Optional.empty()))
                    : names.stream()
                            .map(name -> new ChosenRule(read, Optional.of(name)))
                            .toList();
        }
        if (!names.contains(one.group("rule"))) {
            String hint = ClosestName.to(one.group("rule"), names)
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse(names.isEmpty() ? "it has none" : "it has " + String.join(", ", names));
            throw new CallException(one.group("file") + " has no optimizer '" + one.group("rule") + "'; " + hint);
        }
        return List.of(new ChosenRule(read, Optional.of(one.group("rule"))));
    }

    /** The optimizers that some arguments mean, in their order. */
    List<ChosenRule> choose(List<String> arguments) {
        List<ChosenRule> chosen = new ArrayList<>();
        arguments.forEach(argument -> chosen.addAll(choose(argument)));
        return chosen;
    }

    /** Says what was found on standard error. */
    void report(List<Diagnostic> diagnostics) {
        terminal.err().print(new DiagnosticRenderer(terminal.errIsTerminal()).render(diagnostics));
        terminal.err().flush();
    }

    /** What was found, without what was found again in another rule of the same file. */
    List<Diagnostic> distinct(List<Diagnostic> diagnostics) {
        DiagnosticRenderer renderer = new DiagnosticRenderer(false);
        Map<String, Diagnostic> distinct = new LinkedHashMap<>();
        diagnostics.forEach(diagnostic -> distinct.putIfAbsent(renderer.render(diagnostic), diagnostic));
        return List.copyOf(distinct.values());
    }

    /** @throws RuleException with all that was found, if there is an error among it */
    static void throwIfWrong(List<Diagnostic> diagnostics) {
        if (diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
            throw new RuleException(diagnostics);
        }
    }
}
