package org.descant.peers.speed;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the program was asked for. */
record Call(List<Size> sizes, List<Workload> workloads, int rounds, List<String> only, Path out) {
    static final String USAGE = """
            Times a step in the hands of all libraries on the class path. Options:
              --sizes LIST      sizes, such as 1000,1000x100,64000000
                                (1000,16000,1000000,1000x1000,10000x100)
              --workload NAME   adamw or training_step (both)
              --rounds N        rounds, of which the median is reported (7)
              --only LIST       contenders whose names begin so, beside the yardstick (all)
              --out FOLDER      where speed.json, speed.md and the charts go (target/speed)""";

    private static final String SIZES = "1000,16000,1000000,1000x1000,10000x100";
    private static final int ROUNDS = 7;
    private static final Path OUT = Path.of("target", "speed");

    /** @throws IllegalArgumentException with a sentence for the user */
    static Call of(List<String> arguments) {
        Call call = new Call(sizes(SIZES), List.of(Workload.values()), ROUNDS, List.of(), OUT);
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " takes a value");
            }
            call = call.with(arguments.get(i), arguments.get(i + 1));
        }
        return call;
    }

    private Call with(String option, String value) {
        return switch (option) {
            case "--sizes" -> new Call(sizes(value), workloads, rounds, only, out);
            case "--workload" -> new Call(sizes, List.of(workload(value)), rounds, only, out);
            case "--rounds" -> new Call(sizes, workloads, rounds(value), only, out);
            case "--only" -> new Call(sizes, workloads, rounds, List.of(value.split(",")), out);
            case "--out" -> new Call(sizes, workloads, rounds, only, Path.of(value));
            default -> throw new IllegalArgumentException("there is no option " + option);
        };
    }

    private static List<Size> sizes(String list) {
        return Stream.of(list.split(",")).map(Size::of).toList();
    }

    private static Workload workload(String name) {
        return Stream.of(Workload.values())
                .filter(workload -> workload.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--workload takes adamw or training_step, not " + name));
    }

    private static int rounds(String number) {
        if (!number.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--rounds takes a number from 1 on, not " + number);
        }
        return Integer.parseInt(number);
    }

    boolean asksFor(Contender contender) {
        return only.isEmpty() || only.stream().anyMatch(contender.name()::startsWith);
    }
}
