package org.descant.cli;

import org.descant.compiler.RuleException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code descant} command. By itself it only says what it can do. */
@Command(
        name = "descant",
        description = "Turns the equations of an optimizer into Java.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = DescantCommand.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:the rule is wrong", "2:the call is wrong"},
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
                .addSubcommand(new TrainCommand(terminal, workshop))
                .addSubcommand(new RulesCommand(terminal, workshop))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outIsTerminal() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((exception, parsed) -> refuse(terminal, exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> fail(terminal, workshop, exception));
        int exit = line.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return exit;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(Terminal terminal, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (exception instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            String hint = ClosestName.to(word, command.getSubcommands().keySet())
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("");
            terminal.err().println("descant: there is no command '" + word + "'" + hint);
        } else {
            terminal.err().println("descant: " + exception.getMessage());
            UnmatchedArgumentException.printSuggestions(exception, terminal.err());
        }
        terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.CALL;
    }

    private static int fail(Terminal terminal, Workshop workshop, Exception exception) {
        if (exception instanceof RuleException wrong) {
            workshop.report(wrong.diagnostics());
            return ExitCode.RULE;
        }
        if (exception instanceof CallException call) {
            terminal.err().println("descant: " + call.getMessage());
            return ExitCode.CALL;
        }
        terminal.err().println("descant: this is a bug of Descant, please report it: " + exception);
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
