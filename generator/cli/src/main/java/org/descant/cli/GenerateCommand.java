package org.descant.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.descant.compiler.Compilation;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.build.ClassTable;
import org.descant.compiler.build.SourceFiles;
import org.descant.compiler.emit.JavaSource;
import org.descant.grammar.source.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant generate}: writes the Java of rules and schedules. */
@Command(
        name = "generate",
        description = {
            "Writes a Java class for each RULE and each schedule of its file.",
            "The classes need descant-runtime and nothing else."
        },
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION_WITH_SCHEDULES)
    private List<String> rules = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the folders of the package begin (the current directory).")
    private Path directory = Path.of("");

    @Option(
            names = {"-p", "--package"},
            paramLabel = "NAME",
            description = "The package of the classes (${DEFAULT-VALUE}).")
    private String packageName = "optimizers";

    @Option(
            names = "--vectors",
            description = {
                "Writes the vector form of each rule's class, too, which is compiled and used",
                "where a JVM is started with --add-modules jdk.incubator.vector."
            })
    private boolean vectors;

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = Choices.DESCRIPTION)
    private List<String> options = new ArrayList<>();

    private final Terminal terminal;
    private final Workshop workshop;

    GenerateCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        if (!SourceVersion.isName(packageName)) {
            throw new CallException("--package: '" + packageName + "' is not the name of a Java package");
        }
        Choices choices = new Choices(options);
        List<ChosenRule> chosen = workshop.chooseAll(rules);
        List<RuleCompiler> compilers = choices.compilers(chosen);
        Map<Path, String> files = new LinkedHashMap<>();
        ClassTable<ChosenRule> classes = new ClassTable<>();
        String them = chosen.stream().anyMatch(each -> each.product() == Product.SCHEDULE)
                ? "two of the rules and schedules become "
                : "two of the rules become ";
        for (int i = 0; i < chosen.size(); i++) {
            Compilation compilation = chosen.get(i).run(compilers.get(i).packageName(packageName), "emit");
            Workshop.throwIfWrong(compilation.diagnostics());
            workshop.reportOnce(compilation.diagnostics());
            for (JavaSource source : sources(compilation)) {
                classes.add(source.className(), chosen.get(i)).ifPresent(other -> {
                    throw new CallException(
                            source.className().equals(other.className())
                                    ? them + "the class " + other.className()
                                    : them + other.className() + " and " + source.className()
                                            + ", whose files are one where case does not count");
                });
                files.put(directory.resolve(source.className().replace('.', '/') + ".java"), source.text());
            }
        }
        SourceFiles.write(files);
        files.keySet().forEach(file -> terminal.out().println(VisibleText.of(file.toString())));
        return ExitCode.GOOD;
    }

    private List<JavaSource> sources(Compilation compilation) {
        List<JavaSource> sources = new ArrayList<>(List.of(compilation.source().orElseThrow()));
        if (vectors) {
            compilation.vectorForm().flatMap(form -> form.source().get()).ifPresent(sources::add);
        }
        return sources;
    }
}
