package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherRunTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            InputStream.nullInputStream(),
            Terminal.writer(new ByteArrayOutputStream()),
            Terminal.writer(err),
            false,
            false);

    @Test
    void memoryAndCollector_areThoseOfThisJvm() {
        assertThat(OtherRun.shared(List.of(
                        "-XX:SharedArchiveFile=x.jsa",
                        "-Xlog:disable",
                        "-Xshare:auto",
                        "-XX:+UseG1GC",
                        "-XX:MaxRAMPercentage=80",
                        "-Xmx3g",
                        "-XX:MaxHeapSize=3g",
                        "-Ddescant.terminal=out",
                        "-javaagent:x.jar")))
                .containsExactly("-XX:+UseG1GC", "-XX:MaxRAMPercentage=80", "-Xmx3g", "-XX:MaxHeapSize=3g");
    }

    @Test
    void runThatFails_tellsWhy() {
        assertThat(OtherRun.scalar(terminal).lines(List.of("nosuchrule"))).isEmpty();
        assertThat(said())
                .startsWith("descant: whether this is vector code could not be measured: the library has no rule ")
                .contains("nosuchrule");
    }

    @Test
    void ruleThatFails_isTold_andTheOthersAreMeasured() {
        // Three arrays of 2^28 doubles are 6 GB.
        List<String> call = List.of("sgd", "--double", "--elements", "268435456");
        assertThat(OtherRun.scalar(terminal, List.of("-Xmx64m")).lines(call)).isEmpty();
        assertThat(said())
                .startsWith("descant: whether this is vector code: SGD of 268,435,456 parameters needs more memory"
                        + " than a heap of 0.1 GB");
    }

    @Test
    void callThatCannotBeMadeAgain_saysNothing() {
        assertThat(OtherRun.withVectors(terminal).lines(List.of())).isEmpty();
        assertThat(said()).isEmpty();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
