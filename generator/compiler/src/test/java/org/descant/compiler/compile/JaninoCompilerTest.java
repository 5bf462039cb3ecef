package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
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
    void compiler_isMadeWithoutJanino() throws ReflectiveOperationException {
        Class<?> type = Class.forName(JaninoCompiler.class.getName(), true, new WithoutJanino());
        assertThat(type.getClassLoader()).isInstanceOf(WithoutJanino.class);
        assertThat(type.getMethod("name").invoke(type.getConstructor().newInstance()))
                .isEqualTo("janino");
    }

    /** Has the compiler, and nothing of Janino. */
    private static final class WithoutJanino extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.contains(".codehaus.")) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(JaninoCompiler.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = JaninoCompiler.class.getResourceAsStream("JaninoCompiler.class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
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
