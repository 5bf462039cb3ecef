package org.descant.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.descant.harness.compare.Deviation;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;
import org.descant.harness.compare.RunResult;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Parting PARTING = new Parting(
            2,
            "layer<1>",
            List.of(2, 3),
            List.of(
                    new Parting.Parted("v", 4, new NumberPair(ElementType.DOUBLE, 0.5, 0.25), 5e-13, 6, 6),
                    new Parting.Parted("w", 4, new NumberPair(ElementType.DOUBLE, 1, Math.nextUp(1.0)), 1e-17, 5, 6)),
            List.of("m"),
            Map.of("g", 0.125),
            Map.of("w", Double.NaN),
            List.of("every element of v is 0.5 times what is expected"));

    private static final RunResult DIFFERENT = new RunResult(
            "recording x",
            "Adam",
            List.of(
                    new Deviation(
                            "v",
                            "layer<1>",
                            0.5,
                            0.25,
                            5e11,
                            new Deviation.Place(2, 4),
                            List.of(new Deviation.AtStep(1, 0), new Deviation.AtStep(2, 0.25)),
                            true),
                    new Deviation("s", "layer<1>", 0, 0, 0, new Deviation.Place(0, 0), List.of(), false)),
            Optional.of(PARTING));

    private static final RunResult GOOD = new RunResult(
            "recording x",
            "Adam",
            List.of(new Deviation(
                    "w",
                    "a",
                    2,
                    5e-16,
                    2.5e-4,
                    new Deviation.Place(3, 0),
                    List.of(new Deviation.AtStep(1, 5e-16)),
                    true)),
            Optional.empty());

    private static final Report REPORT = new Report(
            "A & B",
            List.of(
                    new ReportRow(
                            "Adam",
                            "x",
                            1e-12,
                            "torch <1>",
                            "v = b*v\nw = w - v",
                            List.of(Check.of("double", DIFFERENT))),
                    new ReportRow(
                            "Lion",
                            "y",
                            1e-12,
                            "",
                            "",
                            List.of(
                                    Check.of("double", GOOD),
                                    Check.of("float", GOOD),
                                    Check.of("janino, float", GOOD),
                                    Check.skipped("javac, float", "no javac"))),
                    new ReportRow("Odd", "z", 1e-12, "", "", List.of(Check.failed("double", "it has no 'lr'"))),
                    new ReportRow(
                            "-",
                            "muon",
                            Double.NaN,
                            "",
                            "",
                            List.of(Check.skipped("double", "needs matrix products")))));

    @Test
    void text_hasTheTable_thenWhatLeadsToTheMistake_thenTheCount() {
        assertThat(TextReport.of(REPORT)).isEqualTo("""
                        rule  against  largest error  tolerance    float  back ends
                        Adam  x              5.0e-01    1.0e-12                      differs
                        Lion  y              2.5e-16    1.0e-12  2.5e-16  same bits  good
                        Odd   z               failed    1.0e-12                      failed
                        -     muon           skipped                                 needs matrix products

                        Adam against x, double: differs
                          step 2, tensor layer<1>, element [1, 1]: v parts first, in 6 of 6 places

                          expected  0.5   0x1.0p-1  0x3fe0000000000000
                          came      0.25  0x1.0p-2  0x3fd0000000000000
                          error     2.5e-01 absolute, 5.0e-01 relative, 4.5e+15 ulps; allowed is 5.0e-13 absolute

                          it looks as if every element of v is 0.5 times what is expected

                          parts     v (5.0e-01 relative), w (2.2e-16 relative)
                          agrees    m
                          given     g = 0.125
                          computed  w = NaN
                          recorded, but not among the states of the rule: s

                          expected of torch <1>
                            v = b*v
                            w = w - v

                        Odd against z, double: failed
                          it has no 'lr'

                        A & B: 1 good, 1 differs, 1 failed, 1 skipped""");
    }

    @Test
    void json_saysTheSame() throws Exception {
        JsonNode root = new ObjectMapper().readTree(JsonReport.of(REPORT));

        assertThat(root.get("format").asText()).isEqualTo("descant-report/1");
        assertThat(root.get("verdict").asText()).isEqualTo("differs");
        assertThat(root.get("rows")).hasSize(4);
        JsonNode check = root.at("/rows/0/checks/0");
        assertThat(check.at("/deviations/0/exhausted").doubleValue()).isEqualTo(5e11);
        assertThat(check.at("/deviations/1/seen").booleanValue()).isFalse();
        assertThat(check.at("/parting/index").toString()).isEqualTo("[1,1]");
        assertThat(check.at("/parting/computed/w").asText()).isEqualTo("NaN");
        assertThat(check.at("/parting/parted/1/ulps").longValue()).isEqualTo(1);
        assertThat(root.at("/rows/2/checks/0/message").asText()).isEqualTo("it has no 'lr'");
        assertThat(root.at("/rows/3").has("tolerance")).isFalse();
    }

    @Test
    void html_isWellFormed_escaped_andWhole() throws Exception {
        String page = HtmlReport.of(REPORT);

        String body = page.substring(page.indexOf("<body>"), page.indexOf("</body>") + "</body>".length())
                .replace("<br>", "<br/>");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body)))
                        .getElementsByTagName("polyline")
                        .getLength())
                .isEqualTo(1);
        assertThat(page)
                .contains("<title>A &amp; B</title>")
                .contains("torch &lt;1&gt;")
                .contains("tensor layer&lt;1&gt;, element [1, 1]")
                .contains("It looks as if every element of v is 0.5 times what is expected.")
                .doesNotContain("{{")
                .doesNotContain("http");
    }

    @Test
    void goodReport_saysWhichMixUpNoneOfItsRunsShows() throws Exception {
        Report report = new Report(
                "x",
                List.of(
                        alike("Adam", List.of(List.of("lr", "decay", "rho"), List.of("beta1", "beta2"))),
                        alike("Adam", List.of(List.of("lr", "rho"))),
                        alike("Lion", List.of())));

        assertThat(TextReport.of(report).lines().filter(line -> line.contains("mix-up")))
                .containsExactly(
                        "Adam: no run here tells lr from rho, which are the same in each: a mix-up would not show");
        assertThat(new ObjectMapper()
                        .readTree(JsonReport.of(report))
                        .at("/rows/0/alike")
                        .toString())
                .isEqualTo("[[\"lr\",\"decay\",\"rho\"],[\"beta1\",\"beta2\"]]");
    }

    private static ReportRow alike(String rule, List<List<String>> alike) {
        return new ReportRow(rule, "y", 1e-12, "", "", List.of(), alike, List.of(Check.of("double", GOOD)));
    }

    @Test
    void rowOfSkippedChecks_isSkipped_andNoReasonToWorry() {
        Report report = new Report("x", REPORT.rows().subList(3, 4));

        assertThat(report.isGood()).isTrue();
        assertThat(TextReport.summary(report)).isEqualTo("x: 1 skipped");
        assertThat(TextReport.summary(new Report("x", List.of()))).isEqualTo("x: nothing to check");
    }

    @Test
    void textOfARule_cannotLeaveItsPlaceInAPage() {
        assertThat(Html.escape("<script>\"'&\u0007")).isEqualTo("&lt;script&gt;&quot;&#39;&amp;\ufffd");
    }

    @Test
    void recordedDouble_besideAFloat_keepsItsOwnBits() {
        NumberPair numbers = new NumberPair(ElementType.FLOAT, 0.1, 0.1f);

        assertThat(PartingText.hex(numbers, numbers.expected())).isEqualTo("0x1.999999999999ap-4  0x3fb999999999999a");
        assertThat(PartingText.hex(numbers, numbers.actual())).isEqualTo("0x1.99999ap-4  0x3dcccccd");
        assertThat(numbers.decimal(numbers.actual())).isEqualTo("0.1");
    }
}
