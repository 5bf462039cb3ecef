package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.descant.compiler.emit.JavaSource;
import org.junit.jupiter.api.Test;

class JaninoCompilerTest {
    private final JaninoCompiler janino = new JaninoCompiler();

    @Test
    void sampleOfTheStart_compilesInBothCompilers() {
        List<JavaSource> sample = List.of(JaninoStart.sample());
        assertThat(janino.compile(sample)).containsOnlyKeys("sample.Sample");
        assertThat(JavacCompiler.ofThisJdk().orElseThrow().compile(sample)).containsOnlyKeys("sample.Sample");
    }

    @Test
    void sameSource_givesTheSameBytes_alsoWhenTypesAreForgottenAndInThreads() {
        JavaSource source = JaninoStart.sample();
        byte[] first = janino.compile(List.of(source)).get(source.className());
        assertThat(IntStream.range(0, 250).parallel().mapToObj(i -> janino.compile(List.of(source))
                        .get(source.className())))
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(first));
    }

    @Test
    void preparation_isThereForTheNextCompilation() {
        janino.prepare();
        janino.prepare();
        assertThat(janino.compile(List.of(JaninoStart.sample()))).hasSize(1);
    }

    @Test
    void wrongSource_isRefusedAndNextToItAllGoesOn() {
        JavaSource wrong = new JavaSource("wrong.Wrong", "package wrong; final class Wrong extends Missing {}");
        assertThatExceptionOfType(ClassCompilerException.class)
                .isThrownBy(() -> janino.compile(List.of(wrong)))
                .withMessageStartingWith("janino refused a generated class: ")
                .withMessageEndingWith(wrong.text());
        assertThat(janino.compile(List.of(JaninoStart.sample()))).hasSize(1);
    }
}
