package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.compiler.codehaus.commons.compiler.CompileException;
import org.descant.compiler.codehaus.janino.Scanner;
import org.descant.compiler.codehaus.janino.Token;
import org.descant.compiler.codehaus.janino.TokenType;
import org.descant.compiler.emit.JavaSource;
import org.descant.grammar.golden.GoldenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens are those of Janino's own scanner, which stands in the compiler under a name of its own, and so is the class. */
class GeneratedTokensTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/resources/golden/java"), Path.of("src/test/resources/golden/vectors"));

    static Stream<JavaSource> sources() {
        return FOLDERS.stream().flatMap(folder -> new GoldenFiles(folder)
                .names(".opt").stream().map(name -> source(folder.resolve(name + ".opt"))));
    }

    private static JavaSource source(Path rule) {
        return Descant.compiler().run(rule, "emit").source().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void tokens_ofGeneratedClasses_areThoseOfJanino(JavaSource source) throws CompileException, IOException {
        assertThat(tokens(GeneratedTokens.of("A", source.text()))).isEqualTo(janino(source.text()));
        assertThat(tokens(GeneratedTokens.of("A", source.code()))).isEqualTo(janino(source.code()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void class_isTheSame_howeverItIsWritten(JavaSource source) {
        JavaSource asText = new JavaSource(source.className(), source.text());
        assertThat(bytes(source)).isEqualTo(bytes(asText));
        assertThat(source.code()).doesNotContain("import ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a /* b\n\n c */ d // e",
                "// a",
                "\n\n  é_1$ // ö\n _x",
                "0 1 12 0L 7l 0x7f 0xFFL 0b11 017 1_000",
                "1.5 .5 5. 1e3 1e-8f 1.0E+5D 3f 4d 0x1.8p-3 0x1P+2f 0.0F 1.0E-8",
                "1-2 1e-3-x-2 a.b.c x.1",
                "\"\" \"a\" \"\\\"\" \"\\\\\" \"// no\" + \"é\\n\"",
                "a>>>=b>>>c>>=d>>e>f<<=g<<h<=i::j->k",
                "!a!=b==c&&d||e++f--g+=h-=i*=j/=k&=l|=m^=n%=o",
                "(){}[];,.@=><!~?:+-*/&|^%",
                "a?-b:~c a[i+++j]",
                "true false null trueish class classes int",
            })
    void tokens_ofAnything_areThoseOfJanino(String text) throws CompileException, IOException {
        assertThat(tokens(GeneratedTokens.of("A", text))).isEqualTo(janino(text));
    }

    @Test
    void words_areInterned() throws CompileException, IOException {
        Scanner scanner = GeneratedTokens.of("A", "for ( >>> true null");
        for (String word : List.of("for", "(", ">>>", "true", "null")) {
            assertThat(scanner.produce().value).isSameAs(word.intern());
        }
    }

    @Test
    void unicodeEscapes_areLeftToJanino() throws CompileException, IOException {
        assertThat(tokens(GeneratedTokens.of("A", "\"\\u0007\" a"))).isEqualTo(janino("\"\\u0007\" a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x #", "\"a", "\"a\n\"", "\"a\\", "/* a", "'a'", "\u00a7"})
    void whatNoGeneratedClassHas_isRefused(String text) throws IOException {
        Scanner scanner = GeneratedTokens.of("A", text);
        assertThatExceptionOfType(CompileException.class)
                .isThrownBy(() -> tokens(scanner))
                .withMessageContaining("A");
    }

    private static byte[] bytes(JavaSource source) {
        return new JaninoCompiler()
                .compile(List.of(source)).values().stream().findFirst().orElseThrow();
    }

    private static List<String> janino(String text) throws CompileException, IOException {
        return tokens(new Scanner("A", new StringReader(text)));
    }

    /** Kinds, texts and places of all but comments. */
    private static List<String> tokens(Scanner scanner) throws CompileException, IOException {
        scanner.setIgnoreWhiteSpace(true);
        List<String> all = new ArrayList<>();
        Token token = scanner.produce();
        while (token.type != TokenType.END_OF_INPUT) {
            if (token.type != TokenType.C_STYLE_COMMENT && token.type != TokenType.C_PLUS_PLUS_STYLE_COMMENT) {
                all.add(token.type + " " + token.value + " " + token.getLocation() + " " + scanner.location());
            }
            token = scanner.produce();
        }
        return all;
    }
}
