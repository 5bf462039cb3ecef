package org.descant.peers.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** The comparison: times all contenders, prints tables and writes these, the numbers and a chart for each workload. Ends with 2 if it is called wrongly. */
public final class Main {
    private static final int CALL_IS_WRONG = 2;
    private static final String TABLE = "speed.md";

    private final Call call;
    private final List<String> libraries = new ArrayList<>();

    private Main(Call call) {
        this.call = call;
    }

    public static void main(String[] arguments) throws IOException {
        Call call;
        try {
            call = Call.of(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n\n" + Call.USAGE);
            System.exit(CALL_IS_WRONG);
            return;
        }
        // A chart needs no screen.
        System.setProperty("java.awt.headless", "true");
        new Main(call).run();
    }

    private void run() throws IOException {
        Files.createDirectories(call.out().toAbsolutePath());
        Contest contest = new Contest(contenders(), call.rounds());
        List<Result> results = new ArrayList<>();
        for (Workload workload : call.workloads()) {
            for (Size size : call.sizes()) {
                System.err.println(workload.title() + ", " + size);
                results.addAll(contest.run(workload, size));
                write(results);
            }
        }
        System.out.print(Files.readString(call.out().resolve(TABLE)));
        drawCharts(results);
    }

    /** What there is so far: native code may end the program at any time. */
    private void write(List<Result> results) throws IOException {
        Machine machine = Machine.here();
        String head = machine + "; one thread\n" + String.join("; ", libraries) + "\n\n";
        Files.writeString(call.out().resolve(TABLE), head + new SpeedTable(results).text());
        Files.writeString(call.out().resolve("speed.json"), SpeedJson.of(libraries, machine, results));
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(List.of(
                new HandWrittenC(),
                new HandWritten(),
                GeneratedClass.limit(),
                GeneratedClass.separate(),
                GeneratedClass.relaxed(),
                GeneratedClass.flat()));
        for (Contenders library : ServiceLoader.load(Contenders.class)) {
            libraries.add(library.library());
            all.addAll(library.contenders());
        }
        return all.stream()
                .filter(contender -> all.indexOf(contender) < 2 || call.asksFor(contender))
                .toList();
    }

    private void drawCharts(List<Result> results) throws IOException {
        for (Workload workload : call.workloads()) {
            List<Result> own = results.stream()
                    .filter(result -> result.workload() == workload)
                    .toList();
            String name = workload.name().toLowerCase(Locale.ROOT).replace('_', '-');
            try {
                SpeedChart.write(
                        SpeedChart.of(workload.title() + ", one thread", own),
                        call.out().resolve("speed-" + name + ".png"));
            } catch (LinkageError | RuntimeException noFonts) {
                System.err.println("no chart: " + noFonts);
            }
        }
    }
}
