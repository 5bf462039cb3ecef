package org.descant.peers.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times contenders in turn, round after round. The first of them that works is the yardstick. */
final class Contest {
    private final List<Contender> contenders;
    private final int rounds;

    /** @param contenders those that should be the yardstick first */
    Contest(List<Contender> contenders, int rounds) {
        this.contenders = List.copyOf(contenders);
        this.rounds = rounds;
    }

    /** A result for each contender, in their order. */
    List<Result> run(Workload workload, Size size) {
        List<Result> results = new ArrayList<>();
        List<Entrant> entrants = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                start(contender, workload, size, results).ifPresent(entrants::add);
                if (size.isLarge() && entrants.size() > 1) {
                    // One beside the yardstick, which goes on.
                    results.add(race(entrants).get(1));
                    entrants.remove(1).close();
                }
            }
            results.addAll(race(entrants));
        } finally {
            entrants.forEach(Entrant::close);
        }
        return inOrder(results);
    }

    private List<Result> inOrder(List<Result> results) {
        return contenders.stream()
                .flatMap(contender ->
                        results.stream().filter(result -> result.contender().equals(contender.name())))
                .toList();
    }

    private static Optional<Entrant> start(Contender contender, Workload workload, Size size, List<Result> failures) {
        try {
            return Optional.of(new Entrant(contender, workload, size));
        } catch (Exception | LinkageError | OutOfMemoryError thrown) {
            failures.add(new Result.Failed(contender.name(), workload, size, reason(thrown)));
            return Optional.empty();
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = Optional.ofNullable(cause.getMessage()).orElse("");
        String first = text.lines().findFirst().orElse("");
        return cause instanceof IllegalArgumentException || cause instanceof IllegalStateException
                ? first
                : cause.getClass().getSimpleName() + ": " + first;
    }

    private List<Result> race(List<Entrant> entrants) {
        for (int round = 0; round < rounds; round++) {
            double yardstick = 0;
            for (Entrant entrant : entrants) {
                double nanos = entrant.round();
                yardstick = entrant.equals(entrants.get(0)) ? nanos : yardstick;
                entrant.compare(yardstick);
            }
        }
        return entrants.stream().map(Entrant::result).toList();
    }
}
