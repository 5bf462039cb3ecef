package org.descant.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.compiler.RuleException;
import org.descant.compiler.load.Prelude;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Severity;

/** What all commands do with rules: find those that a command line names, and say what is wrong with them. */
final class Workshop {
    /** {@code mine.opt:Fast} is one of the optimizers or schedules of a file. */
    private static final Pattern ONE_OF_A_FILE =
            Pattern.compile("(?<file>.*\\.opt):(?<rule>[\\p{L}_][\\p{L}\\p{N}_]*)");

    private final Terminal terminal;
    private final Set<String> said = new HashSet<>();
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
        return choose(argument, List.of(Product.OPTIMIZER));
    }

    /** The optimizers that some arguments mean, in their order. */
    List<ChosenRule> choose(List<String> arguments) {
        List<ChosenRule> chosen = new ArrayList<>();
        arguments.forEach(argument -> chosen.addAll(choose(argument)));
        return chosen;
    }

    /**
     * The optimizers and schedules that an argument means: all of a file's, the one named after a colon, or a schedule of the prelude.
     *
     * @throws CallException if there is no such file, rule or schedule
     * @throws RuleException if the text cannot be parsed
     */
    List<ChosenRule> chooseAll(String argument) {
        boolean isName =
                argument.matches("\\w+") && library.find(argument).isEmpty() && !Files.exists(Path.of(argument));
        Optional<String> schedule = Descant.schedules().stream()
                .filter(name -> isName && name.equalsIgnoreCase(argument))
                .findFirst();
        if (schedule.isPresent()) {
            RuleArgument prelude = new RuleArgument(Prelude.file().source(), Optional.empty());
            return List.of(new ChosenRule(prelude, prelude.parse(Descant.compiler()), Product.SCHEDULE, schedule));
        }
        Optional<String> question = Words.question(argument, Descant.schedules());
        if (isName
                && question.isPresent()
                && Words.nearest(argument, library.names()).isEmpty()) {
            throw new CallException("there is no rule or schedule '" + argument + "'; " + question.get());
        }
        return choose(argument, List.of(Product.values()));
    }

    /** The optimizers and schedules that some arguments mean, in their order. */
    List<ChosenRule> chooseAll(List<String> arguments) {
        List<ChosenRule> chosen = new ArrayList<>();
        arguments.forEach(argument -> chosen.addAll(chooseAll(argument)));
        return chosen;
    }

    private List<ChosenRule> choose(String argument, List<Product> products) {
        Matcher one = ONE_OF_A_FILE.matcher(argument);
        boolean named = one.matches();
        RuleArgument read = RuleArgument.read(named ? one.group("file") : argument, library, terminal.in());
        Compilation parsed = read.parse(Descant.compiler());
        throwIfWrong(parsed.diagnostics());
        List<ChosenRule> all = new ArrayList<>();
        for (Product product : products) {
            product.definedBy(parsed.file().orElseThrow())
                    .forEach(name -> all.add(new ChosenRule(read, parsed, product, Optional.of(name))));
        }
        if (!named) {
            return all.isEmpty() ? List.of(new ChosenRule(read, parsed, Product.OPTIMIZER, Optional.empty())) : all;
        }
        return all.stream()
                .filter(chosen -> chosen.name().equals(Optional.of(one.group("rule"))))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> missing(one, products, all));
    }

    private static CallException missing(Matcher one, List<Product> products, List<ChosenRule> all) {
        List<String> names =
                all.stream().flatMap(chosen -> chosen.name().stream()).toList();
        String nouns = products.stream().map(Product::noun).collect(Collectors.joining(" or "));
        String rule = one.group("rule");
        return CallException.unknown(one.group("file") + " has no " + nouns + " '" + rule + "'", rule, names);
    }

    /** Says what was found on standard error. */
    void report(List<Diagnostic> diagnostics) {
        terminal.err().print(new DiagnosticRenderer(terminal.errIsTerminal()).render(diagnostics));
        terminal.err().flush();
    }

    /** As {@link #report}, without what this said before: the rules of a file share what is said of their parts. */
    void reportOnce(List<Diagnostic> diagnostics) {
        DiagnosticRenderer renderer = new DiagnosticRenderer(false);
        report(diagnostics.stream()
                .filter(diagnostic -> said.add(renderer.render(diagnostic)))
                .toList());
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
