package org.descant.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.descant.digits.Digits;
import org.descant.digits.Epoch;
import org.descant.runtime.Optimizer;

/** What {@code train} tells: a line for every pass and a closing sentence for one rule, a table for several. */
final class TrainingReport {
    /** Below this a reader should hear that a learning rate is for trying out. */
    private static final double GOOD = 0.9;

    private static final double LARGEST_PLAIN = 1e5;

    private final PrintWriter out;

    TrainingReport(PrintWriter out) {
        this.out = out;
    }

    /** What is trained, with which settings. */
    void begin(Optimizer optimizer, Digits digits, long seed) {
        String hyperparameters = optimizer.description().hypers().stream()
                .map(hyper -> hyper.name() + " " + Numbers.plain(optimizer.get(hyper.name())))
                .collect(Collectors.joining(", "));
        out.println(optimizer.description().name() + (hyperparameters.isEmpty() ? "" : ": " + hyperparameters));
        setting(optimizer.parameters().length(), digits, seed);
        out.println("epoch    loss  test accuracy");
    }

    /** The task, and an empty line. */
    private void setting(long parameters, Digits digits, long seed) {
        out.printf(
                Locale.ROOT,
                "Digits: %,d images to learn from, %,d to be tested on; a perceptron of %,d parameters, seed %d%n%n",
                digits.train().size(),
                digits.test().size(),
                parameters,
                seed);
    }

    void epoch(Epoch epoch) {
        out.printf(Locale.ROOT, "%5d  %6s  %13s%n", epoch.number(), loss(epoch), Numbers.percent(epoch.testAccuracy()));
    }

    /** How the training with one rule ended. */
    void closing(Trained trained) {
        out.println();
        out.printf(
                Locale.ROOT,
                "Compiled in %s; a step takes %.2f ns per parameter.%n",
                trained.compileTime(),
                trained.nanosPerParameter());
        Epoch last = trained.last();
        out.printf(
                Locale.ROOT,
                "%s ends at %s test accuracy on the digits after %s.%n",
                trained.name(),
                Numbers.percent(last.testAccuracy()),
                epochs(trained));
        hint(trained, "");
    }

    /** The trainings side by side, in the order in which they were asked for. */
    void comparison(List<Trained> all, Digits digits, long seed) {
        setting(all.get(0).optimizer().parameters().length(), digits, seed);
        Table table = new Table(
                "rule",
                ">lr",
                ">loss",
                ">test accuracy",
                ">best",
                ">compiled in",
                ">ns per parameter",
                ">bytes per parameter");
        for (Trained trained : all) {
            table.add(
                    trained.name(),
                    trained.learningRate().isPresent()
                            ? Numbers.plain(trained.learningRate().getAsDouble())
                            : "-",
                    loss(trained.last()),
                    Numbers.percent(trained.last().testAccuracy()),
                    Numbers.percent(trained.bestAccuracy()),
                    trained.compileTime(),
                    String.format(Locale.ROOT, "%.2f", trained.nanosPerParameter()),
                    Numbers.plain(Math.round(100 * StateCost.bytesPerParameter(trained.optimizer())) / 100.0));
        }
        table.lines().forEach(out::println);
        out.println();
        double highest = all.stream()
                .mapToDouble(trained -> trained.last().testAccuracy())
                .max()
                .orElseThrow();
        List<String> best = all.stream()
                .filter(trained -> trained.last().testAccuracy() == highest)
                .map(Trained::name)
                .toList();
        out.printf(
                Locale.ROOT,
                "%s highest: %s test accuracy on the digits after %s.%n",
                best.size() == 1 ? best.get(0) + " ends" : String.join(" and ", best) + " end",
                Numbers.percent(highest),
                epochs(all.get(0)));
        all.forEach(trained -> hint(trained, trained.name().toLowerCase(Locale.ROOT) + "."));
    }

    private void hint(Trained trained, String qualifier) {
        if (trained.learningRate().isEmpty()) {
            return;
        }
        double rate = trained.learningRate().getAsDouble();
        if (trained.divergedIn().isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "%s diverged in epoch %d. A smaller learning rate may hold, for example --set %slr=%s.%n",
                    trained.name(),
                    trained.divergedIn().getAsInt(),
                    qualifier,
                    tenfold(rate, -1));
        } else if (trained.last().testAccuracy() < GOOD) {
            out.printf(
                    Locale.ROOT,
                    "%s learned with lr %s. Another may suit this task better, for example --set %slr=%s.%n",
                    trained.name(),
                    Numbers.plain(rate),
                    qualifier,
                    tenfold(rate, 1));
        }
    }

    /** Ten times as much, so often, without the errors of binary fractions. */
    private static String tenfold(double rate, int times) {
        return Numbers.plain(BigDecimal.valueOf(rate).scaleByPowerOfTen(times).doubleValue());
    }

    private static String epochs(Trained trained) {
        int number = trained.last().number();
        return number == 1 ? "1 epoch" : number + " epochs";
    }

    private static String loss(Epoch epoch) {
        return String.format(Locale.ROOT, epoch.loss() < LARGEST_PLAIN ? "%.4f" : "%.2e", epoch.loss());
    }
}
