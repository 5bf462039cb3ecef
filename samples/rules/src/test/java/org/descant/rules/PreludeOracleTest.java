package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The prelude's parts for gradients, interpreted, do what the same parts of other libraries were recorded to do. */
class PreludeOracleTest {
    private static final String TABLE = """
            agc-sgd-optax: clipping = adaptive_clip_by_column(g, w[t-1], clipping)
            agc-sgd-timm: clipping = adaptive_clip(g, w[t-1], clipping)
            centralized-sgd-optax:  = centralize(g)
            clip-block-rms-sgd-optax: c = clip_by_rms(g, c)
            clip-global-norm-sgd-optax: c = clip_by_global_norm_strict(g, c)
            clip-norm-sgd-keras: c = clip_by_norm(g, c)
            normalized-sgd-optax: scale eps = normalize_by_global_norm(g, scale, eps)
            """;

    @Test
    void cases_areAllRecordedOnes() {
        assertThat(sources().keySet()).containsExactlyInAnyOrderElementsOf(OracleReader.names("prelude"));
    }

    @TestFactory
    Stream<DynamicTest> interpreted_run_isTheRecordedOne() {
        return sources().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    OracleCase oracle =
                            OracleReader.read("prelude/" + row.getKey()).withoutStates();
                    Replays.assertReproduces(
                            oracle, Subject.ofText(row.getValue()).interpreted(oracle.tensors(), ElementType.DOUBLE));
                }));
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = sgd();
        sources.put("clip-global-norm-adamw-torch", """
                import "adamw.opt"

                optimizer Clipped(w, g) {
                  rule inner = AdamW
                  hyper c = 1 in (0, inf)

                  w[t] = inner(w[t-1], clip_by_global_norm_eps(g, c))
                }
                """);
        return sources;
    }

    private static Map<String, String> sgd() {
        Map<String, String> sources = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            int sign = line.indexOf(" = ");
            StringBuilder source = new StringBuilder("optimizer Test(w, g) {\n  hyper lr = 1 in [0, inf)\n");
            for (String hyper : line.substring(colon + 1, sign).trim().split(" ", -1)) {
                source.append(hyper.isEmpty() ? "" : "  hyper " + hyper + " = 1 in (0, inf)\n");
            }
            source.append("  w[t] = w[t-1] - lr * ")
                    .append(line.substring(sign + 3))
                    .append("\n}\n");
            sources.put(line.substring(0, colon), source.toString());
        });
        return sources;
    }
}
