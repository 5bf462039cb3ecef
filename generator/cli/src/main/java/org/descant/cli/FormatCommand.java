package org.descant.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.descant.compiler.build.SourceFiles;
import org.descant.grammar.format.Formatter;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.VisibleText;
import org.descant.grammar.syntax.RuleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant fmt}: lays rule files out as the library's are. */
@Command(
        name = "fmt",
        description = {
            "Lays rule files out tidily, in place; comments stay.",
            "With - it reads standard input and writes standard output."
        },
        mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A rule file, or - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--check",
            description =
                    "Writes nothing; names the files that are laid out otherwise, and ends with 1 if there are any.")
    private boolean check;

    private final Terminal terminal;
    private final Workshop workshop;

    FormatCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> changed = new LinkedHashMap<>();
        List<String> untidy = new ArrayList<>();
        StringBuilder printed = new StringBuilder();
        for (String file : files) {
            RuleArgument argument = read(file);
            Optional<String> tidy = tidy(argument.source(), diagnostics);
            boolean differs =
                    tidy.isPresent() && !tidy.get().equals(argument.source().text());
            if (differs) {
                untidy.add(argument.source().name());
                argument.file().ifPresent(path -> changed.put(path, tidy.get()));
            }
            if (argument.file().isEmpty()) {
                tidy.ifPresent(printed::append);
            }
        }
        Workshop.throwIfWrong(diagnostics.all());
        if (check) {
            untidy.forEach(name -> terminal.out().println(VisibleText.of(name) + " is not laid out tidily"));
            return untidy.isEmpty() ? ExitCode.GOOD : ExitCode.RULE;
        }
        SourceFiles.write(changed);
        terminal.out().print(printed);
        return ExitCode.GOOD;
    }

    private RuleArgument read(String file) {
        return file.equals(STANDARD_INPUT)
                ? RuleArgument.read(file, workshop.library(), terminal.in())
                : RuleArgument.ofFile(file);
    }

    /** The text laid out; nothing where it cannot be parsed, which is reported. */
    private static Optional<String> tidy(SourceText source, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        RuleFile tree = RuleParser.parse(source, found);
        found.all().forEach(diagnostics::report);
        return found.hasErrors() ? Optional.empty() : Optional.of(Formatter.format(source, tree));
    }
}
