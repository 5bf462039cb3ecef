package org.descant.peers.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;

/** The table, the JSON and the chart of the same results. */
class ResultsTest {
    private static final Size SMALL = new Size(1, 1_000);
    private static final Size MANY = new Size(100, 10);
    private static final List<Result> RESULTS = List.of(
            timed("C", SMALL, 0.25, 1, 0, 1e-5),
            timed("Peer", SMALL, 2.5, 10, 512, 0.9),
            new Result.Failed("Gone", Workload.ADAMW, SMALL, "no library"),
            timed("C", MANY, 0.5, 1, 0, 1e-5),
            timed("Peer", MANY, 50, 100, 51_200, 0.9),
            new Result.Failed("Gone", Workload.ADAMW, MANY, "no library"));

    private static Result timed(
            String name, Size size, double nanos, double ratio, double allocated, double deviation) {
        return new Result.Timed(name, Workload.ADAMW, size, nanos, ratio, allocated, 0, Optional.of(deviation));
    }

    @Test
    void table_hasARowForEachContender() {
        assertThat(new SpeedTable(RESULTS).text()).isEqualTo("""
                        AdamW

                        | time as a multiple of C | 1,000 | 100 × 10 |  bytes a step |
                        |-------------------------|------:|---------:|--------------:|
                        | C, ns for each element  | 0.250 |    0.500 |               |
                        | C                       |  1.00 |     1.00 |             0 |
                        | Peer                    | 10.0* |     100* | 512 to 51,200 |
                        | Gone                    |     – |        – |             – |

                        – Gone: no library (1,000; 100 × 10)
                        * computes something else than the workload says

                        """);
    }

    @Test
    void ratio_hasTwoDigitsThatCount() {
        assertThat(List.of(0.456, 2.994, 3.0, 29.94, 30.0, 1234.4).stream().map(SpeedTable::ratio))
                .containsExactly("0.46", "2.99", "3.0", "29.9", "30", "1,234");
    }

    @Test
    void json_hasAllNumbers() throws IOException {
        String json = SpeedJson.of(List.of("Peer 1.0"), new Machine("a JVM", "a processor", 2, 0.5), RESULTS);
        JsonNode read = new ObjectMapper().readTree(json);

        assertThat(read.get("format").asText()).isEqualTo("descant-peers-speed/1");
        assertThat(read.get("libraries").get(0).asText()).isEqualTo("Peer 1.0");
        assertThat(read.get("processor").asText()).isEqualTo("a processor");
        JsonNode peer = read.get("results").get(4);
        assertThat(peer.get("contender").asText()).isEqualTo("Peer");
        assertThat(peer.get("tensors").asInt()).isEqualTo(100);
        assertThat(peer.get("nanos").asDouble()).isEqualTo(50);
        assertThat(peer.get("ratio").asDouble()).isEqualTo(100);
        assertThat(peer.get("deviation").asDouble()).isEqualTo(0.9);
        assertThat(read.get("results").get(5).get("reason").asText()).isEqualTo("no library");
    }

    @Test
    void chart_hasASeriesForEachThatWasTimed_butTheYardstick() {
        CategoryChart chart = SpeedChart.of("AdamW", RESULTS);

        assertThat(chart.getSeriesMap()).containsOnlyKeys("Peer");
        assertThat(chart.getSeriesMap().values()).allSatisfy(series -> {
            assertThat(series.getYData()).isEqualTo(List.of(10.0, 100.0));
            assertThat(series.getXData()).isEqualTo(List.of("1,000", "100 × 10"));
        });
    }
}
