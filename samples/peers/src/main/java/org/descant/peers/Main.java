package org.descant.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The report: what every optimizer of every library on the class path is, as a table or, with {@code --json}, for machines. Ends with 2 if
 * it is called wrongly or finds no library.
 */
public final class Main {
    private static final int CALL_IS_WRONG = 2;

    private Main() {}

    public static void main(String[] arguments) {
        List<String> told = List.of(arguments);
        if (!told.isEmpty() && !told.equals(List.of("--json"))) {
            System.err.println("The report takes '--json' or nothing, not " + String.join(" ", told));
            System.exit(CALL_IS_WRONG);
        }
        List<Finding> findings = examineAll();
        if (findings.isEmpty()) {
            System.err.println("No library is on the class path: build this module with -Ppeers");
            System.exit(CALL_IS_WRONG);
        }
        System.out.print(told.isEmpty() ? Report.text(findings) : JsonReport.text(findings));
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
