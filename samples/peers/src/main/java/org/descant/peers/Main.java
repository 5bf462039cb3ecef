package org.descant.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.descant.harness.report.HtmlReport;
import org.descant.harness.report.JsonReport;

/**
 * The report: what every optimizer of every library on the class path is. As a table; with {@code --json} for machines; with {@code --html
 * FILE} also as a page, with a close look at each difference. Ends with 2 if it is called wrongly or finds no library.
 */
public final class Main {
    private static final int CALL_IS_WRONG = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        List<String> told = List.of(arguments);
        boolean json = told.equals(List.of("--json"));
        boolean html = told.size() == 2 && told.get(0).equals("--html");
        if (!told.isEmpty() && !json && !html) {
            System.err.println("The report takes '--json', '--html FILE' or nothing, not " + String.join(" ", told));
            System.exit(CALL_IS_WRONG);
        }
        List<Finding> findings = examineAll();
        if (findings.isEmpty()) {
            System.err.println("No library is on the class path: build this module with -Ppeers");
            System.exit(CALL_IS_WRONG);
        }
        if (html) {
            Files.writeString(Path.of(told.get(1)), HtmlReport.of(FindingsReport.of(findings)));
        }
        System.out.println(json ? JsonReport.of(FindingsReport.of(findings)) : FindingsTable.of(findings));
    }

    private static List<Finding> examineAll() {
        Examination examination = new Examination();
        List<Finding> findings = new ArrayList<>();
        for (PeerLibrary library : ServiceLoader.load(PeerLibrary.class)) {
            library.peers().forEach(peer -> findings.add(examination.examine(library.name(), peer)));
        }
        return findings;
    }
}
