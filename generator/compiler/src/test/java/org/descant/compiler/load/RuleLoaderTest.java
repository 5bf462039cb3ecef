package org.descant.compiler.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLoaderTest {
    private static final String SGD = """
            optimizer SGD(w, g) {
              hyper lr = 0.1
              w[t] = w[t-1] - lr * g
            }
            """;

    private final Path temp;
    private final Path user;
    private final Path library;

    RuleLoaderTest(@TempDir Path temp) throws IOException {
        this.temp = temp;
        this.user = Files.createDirectories(temp.resolve("user"));
        this.library = Files.createDirectories(temp.resolve("library"));
    }

    @Test
    void prelude_isWithoutErrors() {
        Diagnostics diagnostics = new Diagnostics();

        Resolver.check(new RuleLoader(ImportPath.EMPTY).load(Prelude.file().source(), diagnostics), diagnostics);

        assertThat(diagnostics.all()).isEmpty();
        assertThat(Prelude.file().own("ema")).isPresent();
    }

    @Test
    void import_besideTheFile_comesBeforeTheImportPath() throws IOException {
        write(user, "sgd.opt", SGD);
        write(library, "sgd.opt", "optimizer Other(w, g) { w[t] = w[t-1] }");
        write(user, "mine.opt", "import \"sgd.opt\"\noptimizer Mine = SGD(lr: 0.5)");

        assertThat(messages("mine.opt")).isEmpty();
    }

    @Test
    void import_ofTheImportPath_isFound() throws IOException {
        write(library, "parts/sgd.opt", SGD);
        write(user, "mine.opt", "import \"parts/sgd.opt\"\noptimizer Mine = SGD(lr: 0.5)");

        assertThat(messages("mine.opt")).isEmpty();
    }

    @Test
    void import_ofAnImportedFile_isLookedForBesideThatFile() throws IOException {
        write(library, "parts/sgd.opt", SGD);
        write(library, "parts/fast.opt", "import \"sgd.opt\"\noptimizer Fast = SGD(lr: 1)");
        write(user, "mine.opt", "import \"parts/fast.opt\"\noptimizer Mine = Fast");

        assertThat(messages("mine.opt")).isEmpty();
    }

    @Test
    void import_isNotPassedOn() throws IOException {
        write(library, "sgd.opt", SGD);
        write(library, "fast.opt", "import \"sgd.opt\"\noptimizer Fast = SGD(lr: 1)");
        write(user, "mine.opt", "import \"fast.opt\"\noptimizer Mine = SGD(lr: 1)");

        assertThat(messages("mine.opt"))
                .containsExactly("there is no rule 'SGD' here; write import \"sgd.opt\" at the top of the file");
    }

    @Test
    void import_isOfferedOnlyForAFileThatExists() throws IOException {
        write(library, "sgd.opt", SGD);
        write(user, "mine.opt", "optimizer Mine = Zgd(lr: 1)");

        assertThat(messages("mine.opt"))
                .containsExactly(
                        "there is no rule 'Zgd' here; a rule of another file is imported, as in import \"adamw.opt\"");
    }

    @Test
    void import_thatIsMissing_isReported() throws IOException {
        write(user, "mine.opt", "import \"sgd.opt\"\n" + SGD);

        assertThat(messages("mine.opt"))
                .containsExactly("there is no 'sgd.opt' beside this file or on the import path");
    }

    @Test
    void imports_inACircle_areNamed() throws IOException {
        write(user, "a.opt", "import \"b.opt\"\n" + SGD);
        write(user, "b.opt", "import \"c.opt\"");
        write(user, "c.opt", "import \"a.opt\"");

        assertThat(messages("a.opt")).containsExactly("these files import each other: a.opt → b.opt → c.opt → a.opt");
    }

    @Test
    void import_reachedTwice_isOneFile() throws IOException {
        write(library, "sgd.opt", SGD);
        write(library, "fast.opt", "import \"sgd.opt\"\noptimizer Fast = SGD(lr: 1)");
        write(user, "mine.opt", "import \"fast.opt\"\nimport \"sgd.opt\"\nimport \"sgd.opt\"\noptimizer Mine = SGD");

        assertThat(messages("mine.opt")).isEmpty();
    }

    @Test
    void name_thatTwoImportsDefine_isAnErrorWhereItIsUsed() throws IOException {
        write(library, "a.opt", "def f(x) = x");
        write(library, "b.opt", "def f(x) = 2 * x");
        String imports = "import \"a.opt\"\nimport \"b.opt\"\n";
        write(user, "unused.opt", imports + SGD);
        write(user, "used.opt", imports + "optimizer Mine(w, g) { w[t] = w[t-1] - f(g) }");
        write(user, "own.opt", imports + "def f(x) = 3 * x\noptimizer Mine(w, g) { w[t] = w[t-1] - f(g) }");

        assertThat(messages("unused.opt")).isEmpty();
        assertThat(messages("own.opt")).isEmpty();
        assertThat(messages("used.opt"))
                .containsExactly("'f' is defined by two imports: '" + library.resolve("a.opt") + "' and '"
                        + library.resolve("b.opt") + "'; define it in this file, or import one of them only");
    }

    @Test
    void link_thatLeadsOutOfItsFolder_isRefused() throws IOException {
        Path secret = temp.resolve("secret.opt");
        Files.writeString(secret, SGD);
        Files.createSymbolicLink(user.resolve("link.opt"), secret);
        write(user, "mine.opt", "import \"link.opt\"\noptimizer Mine = SGD");

        assertThat(messages("mine.opt"))
                .contains("'link.opt' is a link that leads out of its folder")
                .anyMatch(message -> message.startsWith("there is no rule 'SGD'"));
    }

    @Test
    void importName_thatLeavesTheFolder_isNone() {
        List<String> bad = List.of(
                "",
                "../a.opt",
                "a/../../b.opt",
                "/etc/a.opt",
                "a//b.opt",
                "./a.opt",
                "C:\\a.opt",
                "a\\b.opt",
                "a.txt",
                "a\0.opt",
                "..opt",
                ".opt",
                "file:a.opt",
                "a/.hidden/b.opt",
                "a.opt/");

        assertThat(bad).allSatisfy(text -> assertThat(ImportName.parse(text)).isEmpty());
        assertThat(ImportName.parse("a/b-c_1 d.opt")).isPresent();
    }

    @Test
    void file_thatIsNotText_isReported() throws IOException {
        Files.write(user.resolve("bad.opt"), new byte[] {'a', '\n', 'b', (byte) 0xff, (byte) 0xfe});
        write(user, "mine.opt", "import \"bad.opt\"\n" + SGD);

        String message = "'" + user.resolve("bad.opt") + "' is not UTF-8 text: line 2 has the byte FF";
        String hint = "; save the file as UTF-8";
        assertThat(messages("mine.opt")).containsExactly(message + hint);
        assertThat(messages("bad.opt")).containsExactly("this is not UTF-8 text: the byte FF stands here" + hint);
    }

    @Test
    void file_thatIsNotText_isReportedAtTheByte() throws IOException {
        Path bad = Files.write(user.resolve("bad.opt"), new byte[] {
            (byte) 0xc3, (byte) 0xa4, '\n', (byte) 0xc3, (byte) 0xa4, ' ', (byte) 0xe4, ' ', 'b', '\n'
        });
        Diagnostics diagnostics = new Diagnostics();

        new RuleLoader(path()).load(bad, diagnostics);

        assertThat(new DiagnosticRenderer(false).render(diagnostics.all())).isEqualTo(bad + """
                :2:3: error: this is not UTF-8 text: the byte E4 stands here
                    ä \uFFFD b
                      ^
                  = save the file as UTF-8
                """);
    }

    @Test
    void library_onTheClassPath_isReadByName() {
        ClassLoader loader = RuleLoaderTest.class.getClassLoader();
        ImportRoot root = new ClassPathRoot(loader, "golden/errors/resolve");
        RuleLoader rules = new RuleLoader(new ImportPath(List.of(root)));
        Diagnostics diagnostics = new Diagnostics();

        assertThat(rules.loadFromPath(new ImportName(List.of("cycle.opt")), diagnostics))
                .isPresent();
        assertThat(rules.loadFromPath(new ImportName(List.of("none.opt")), diagnostics))
                .isEmpty();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void text_withoutAFolder_importsFromThePathAlone() throws IOException {
        write(library, "sgd.opt", SGD);
        Diagnostics diagnostics = new Diagnostics();
        SourceText text = new SourceText("<text>", "import \"sgd.opt\"\noptimizer Mine = SGD(lr: 3)");

        LoadedFile file = new RuleLoader(path()).load(text, diagnostics);

        assertThat(Resolver.resolve(file, "Mine", Map.of(), diagnostics)).isPresent();
        assertThat(diagnostics.all()).isEmpty();
    }

    private ImportPath path() {
        return new ImportPath(List.of(new DirectoryRoot(library)));
    }

    private List<String> messages(String file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile loaded = new RuleLoader(path()).load(user.resolve(file), diagnostics);
        Resolver.check(loaded, diagnostics);
        return diagnostics.all().stream()
                .map(found -> found.message()
                        + found.suggestion()
                                .map(suggestion -> "; " + suggestion)
                                .orElse(""))
                .toList();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(file, text);
    }
}
