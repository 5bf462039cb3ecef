package org.descant.cli;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.RuleException;
import org.descant.compiler.build.FileException;
import org.descant.compiler.resolve.text.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code descant} command. By itself it only says what it can do. */
@Command(
        name = "descant",
        description = "Turns the equations of an optimizer into Java.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = DescantCommand.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:the rule is wrong, or differs from what it is held against", "2:the call is wrong"
        },
        footerHeading =
                "%nA RULE is a file (my-rule.opt), - for standard input, or the name of a rule of the library (adam).%n")
final class DescantCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command line, and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        Workshop workshop = new Workshop(terminal);
        CommandLine line = new CommandLine(new DescantCommand())
                .addSubcommand(new CheckCommand(terminal, workshop))
                .addSubcommand(new FormatCommand(terminal, workshop))
                .addSubcommand(new ExplainCommand(terminal, workshop))
                .addSubcommand(new GenerateCommand(terminal, workshop))
                .addSubcommand(new ValidateCommand(terminal, workshop))
                .addSubcommand(new TrainCommand(terminal, workshop))
                .addSubcommand(new BenchCommand(terminal, workshop))
                .addSubcommand(new RulesCommand(terminal, workshop))
                .registerConverter(int.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .registerConverter(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(boolean.class, DescantCommand::truth)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outIsTerminal() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(DescantCommand::execute)
                .setParameterExceptionHandler((exception, parsed) -> refuse(terminal, exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> fail(terminal, workshop, exception));
        int exit = line.execute(arguments);
        boolean isLost = terminal.out().checkError();
        if (isLost) {
            terminal.say("standard output could not be written, and what it lacks is lost");
        }
        terminal.err().flush();
        return isLost ? ExitCode.CALL : exit;
    }

    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand()) {
            refuseInputTwice(parsed.subcommand());
        }
        return new RunLast().execute(parsed);
    }

    /** What is read once is gone: a second rule of standard input would be an empty text. */
    private static void refuseInputTwice(ParseResult parsed) {
        long times = parsed.matchedArgs().stream()
                .distinct()
                .filter(argument -> argument.isPositional() || argument.equals(parsed.matchedOption("--against")))
                .flatMap(argument -> argument.originalStringValues().stream())
                .filter(RuleArgument.STANDARD_INPUT::equals)
                .count();
        if (times > 1) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "standard input can be given once, and - stands for it " + times + " times");
        }
    }

    private static long whole(String text, long least, long most) {
        BigInteger value;
        try {
            value = new BigInteger(text);
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new TypeConversionException("'" + text + "' lies beyond " + (value.signum() < 0 ? least : most));
        }
        return value.longValueExact();
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new TypeConversionException("'" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(Terminal terminal, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        // An option that does not exist is what is wrong, even where something is missing besides.
        Optional<String> unknown = command.getUnmatchedArguments().stream()
                .findFirst()
                .filter(word -> word.startsWith("-") && word.length() > 1);
        if (unknown.isPresent()) {
            String option = unknown.get().split("=", 2)[0];
            terminal.say(command.getCommandName() + " has no option '" + option + "'" + hint(option, names(command)));
        } else if (exception instanceof UnmatchedArgumentException unmatched && command.getParent() == null) {
            String word = unmatched.getUnmatched().get(0);
            terminal.say("there is no command '" + word + "'"
                    + hint(word, command.getSubcommands().keySet()));
        } else {
            terminal.say(String.valueOf(exception.getMessage()));
            UnmatchedArgumentException.printSuggestions(exception, terminal.err());
        }
        terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.CALL;
    }

    /** The long names of options: single letters are all alike. */
    private static List<String> names(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String hint(String word, Collection<String> known) {
        return Words.question(word, known).map(question -> "; " + question).orElse("");
    }

    private static int fail(Terminal terminal, Workshop workshop, Exception exception) {
        if (exception instanceof RuleException wrong) {
            workshop.reportOnce(wrong.diagnostics());
            return ExitCode.RULE;
        }
        if (exception instanceof CallException || exception instanceof FileException) {
            terminal.say(String.valueOf(exception.getMessage()));
            return ExitCode.CALL;
        }
        terminal.say("this is a bug of Descant, please report it: " + exception);
        if (System.getenv("DESCANT_TRACE") != null) {
            exception.printStackTrace(terminal.err());
        }
        return ExitCode.CALL;
    }

    /** Says which Descant and which Java this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DescantCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "descant " + (version == null ? "(from classes)" : version) + ", Java "
                        + Runtime.version().feature()
            };
        }
    }
}
