package org.descant.peers.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Size SIZE = new Size(2, 50);
    private static final Size LARGE = new Size(1, 1 << 25);

    /** Says that it takes so long, and does nothing. */
    private record Told(String name, double nanos) implements Contender {
        @Override
        public boolean isRule() {
            return false;
        }

        @Override
        public Course start(Workload workload, Size size) {
            return new Course() {
                @Override
                public void refill() {}

                @Override
                public void step() {}

                @Override
                public double[] values() {
                    return new double[0];
                }

                @Override
                public double nanos(int steps) {
                    return nanos;
                }

                @Override
                public void close() {}
            };
        }
    }

    private record Broken(String name, Throwable thrown) implements Contender {
        @Override
        public Course start(Workload workload, Size size) throws Exception {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }
    }

    @Test
    void contenders_areTimedBesideTheFirstThatWorks() {
        List<Result> results = new Contest(
                        List.of(
                                new Broken("gone", new IllegalStateException("no compiler")),
                                new Told("yardstick", 1e6),
                                new Broken("missing", new NoClassDefFoundError("org/example/Peer")),
                                new Told("slow", 4e6)),
                        3)
                .run(Workload.ADAMW, SIZE);

        assertThat(results).extracting(Result::contender).containsExactly("gone", "yardstick", "missing", "slow");
        assertThat(results.get(0)).isEqualTo(new Result.Failed("gone", Workload.ADAMW, SIZE, "no compiler"));
        assertThat(results.get(2))
                .isEqualTo(
                        new Result.Failed("missing", Workload.ADAMW, SIZE, "NoClassDefFoundError: org/example/Peer"));
        assertThat(((Result.Timed) results.get(1)).ratio()).isEqualTo(1);
        assertThat(((Result.Timed) results.get(3)).ratio()).isEqualTo(4);
        assertThat(((Result.Timed) results.get(3)).nanos()).isEqualTo(4e4);
    }

    @Test
    void largeModels_areHeldOneBesideTheYardstick() {
        List<Result> results = new Contest(
                        List.of(new Told("yardstick", 1e6), new Told("slow", 4e6), new Told("slower", 8e6)), 1)
                .run(Workload.ADAMW, LARGE);

        assertThat(results).extracting(Result::contender).containsExactly("yardstick", "slow", "slower");
        assertThat(results)
                .extracting(result -> ((Result.Timed) result).ratio())
                .containsExactly(1.0, 4.0, 8.0);
    }
}
