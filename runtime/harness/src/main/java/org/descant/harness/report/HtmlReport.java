package org.descant.harness.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;
import org.descant.harness.compare.RunResult;

/** A report as one page of HTML that needs nothing else: the table of all rows, then what is wrong with each that is not good. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String of(Report report) {
        List<String> body = new ArrayList<>();
        body.add("<h1>" + Html.escape(report.title()) + "</h1>");
        body.add("<p class=\"summary " + (report.isGood() ? "good" : "differs") + "\">"
                + Html.escape(TextReport.counts(report)) + "</p>");
        List<ReportRow> bad =
                report.rows().stream().filter(row -> !row.verdict().isGood()).toList();
        bad.forEach(row -> details(body, row));
        table(body, report);
        if (bad.isEmpty() && report.rows().size() == 1) {
            curves(body, report.rows().get(0));
        }
        return template()
                .replace("{{title}}", Html.escape(report.title()))
                .replace("{{body}}", String.join("\n", body));
    }

    private static void table(List<String> body, Report report) {
        body.add(
                "<table class=\"rows\"><thead><tr><th>rule</th><th>against</th><th class=\"n\">largest error</th>"
                        + "<th class=\"n\">tolerance</th><th class=\"n\">float</th><th>back ends</th><th>verdict</th></tr></thead><tbody>");
        for (ReportRow row : report.rows()) {
            List<String> cells = RowCells.of(row);
            StringBuilder line =
                    new StringBuilder("<tr class=\"" + row.verdict().word() + "\">");
            for (int i = 0; i < cells.size(); i++) {
                boolean number = i >= 2 && i <= 4;
                line.append(number ? "<td class=\"n\">" : "<td>")
                        .append(Html.escape(cells.get(i)))
                        .append("</td>");
            }
            body.add(line.append("</tr>").toString());
        }
        body.add("</tbody></table>");
    }

    private static void details(List<String> body, ReportRow row) {
        body.add("<section><h2>" + Html.escape(row.rule() + " against " + row.against()) + "</h2>");
        if (!row.source().isEmpty()) {
            body.add("<p class=\"source\">" + Html.escape(row.source()) + "</p>");
        }
        for (Check check : row.checks()) {
            if (check.verdict().isGood()) {
                continue;
            }
            body.add("<h3>" + Html.escape(check.name() + ": " + check.verdict().word()) + "</h3>");
            if (!check.message().isEmpty()) {
                body.add("<pre>" + Html.escape(check.message()) + "</pre>");
            }
            check.result().flatMap(RunResult::parting).ifPresent(parting -> parting(body, parting));
        }
        curves(body, row);
        if (!row.equations().isEmpty()) {
            body.add("<h3>what is expected</h3><pre>" + Html.escape(row.equations()) + "</pre>");
        }
        body.add("</section>");
    }

    private static void parting(List<String> body, Parting parting) {
        body.add("<p>" + Html.escape(PartingText.headline(parting)) + "</p>");
        parting.guesses()
                .forEach(guess -> body.add("<p class=\"guess\">It looks as if " + Html.escape(guess) + ".</p>"));
        body.add("<table><thead><tr><th>quantity</th><th>expected</th><th>came</th><th class=\"n\">absolute</th>"
                + "<th class=\"n\">relative</th><th class=\"n\">distance</th></tr></thead><tbody>");
        for (Parting.Parted parted : parting.parted()) {
            NumberPair numbers = parted.numbers();
            body.add("<tr><td>" + Html.escape(PartingText.meaning(parted.quantity())) + "</td><td>"
                    + number(numbers, numbers.expected()) + "</td><td>" + number(numbers, numbers.actual())
                    + "</td><td class=\"n\">" + ReportNumbers.error(numbers.absolute()) + "</td><td class=\"n\">"
                    + ReportNumbers.error(numbers.relative()) + "</td><td class=\"n\">"
                    + ReportNumbers.ulps(numbers.ulps()) + "</td></tr>");
        }
        body.add("</tbody></table>");
        if (!parting.agreed().isEmpty()) {
            body.add("<p>In this step agree: " + Html.escape(String.join(", ", parting.agreed())) + ".</p>");
        }
        values(body, "given", parting.given());
        values(body, "computed", parting.computed());
    }

    private static String number(NumberPair numbers, double number) {
        return Html.escape(numbers.decimal(number)) + "<br><code>"
                + Html.escape(PartingText.hex(numbers, number)).replace("  ", "<br>") + "</code>";
    }

    private static void values(List<String> body, String label, Map<String, Double> values) {
        if (values.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder("<dl><dt>" + label + "</dt><dd>");
        values.forEach((name, value) -> line.append("<span><b>")
                .append(Html.escape(name))
                .append("</b> ")
                .append(Html.escape(ReportNumbers.exact(value)))
                .append("</span> "));
        body.add(line.append("</dd></dl>").toString());
    }

    private static void curves(List<String> body, ReportRow row) {
        Optional<RunResult> run =
                row.checks().stream().flatMap(check -> check.result().stream()).findFirst();
        run.filter(result -> !result.deviations().isEmpty())
                .ifPresent(result -> body.add("<figure>" + new ErrorCurves(result.deviations(), row.tolerance()).svg()
                        + "<figcaption>Largest relative error of each quantity over the steps.</figcaption></figure>"));
    }

    private static String template() {
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report.html")) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no report.html");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
