package org.descant.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which expression, with a schedule of the prelude, stands for which recorded schedule. */
final class ScheduleTable {
    private static final String TABLE = """
            constant-optax = constant(t - 1, base: 0.1)
            constant-torch = piecewise_constant(t - 1, base: 0.025, t1: 8, lr1: 0.1)
            cosine-optax = cosine(t - 1, base: 0.1, total: 40, end: 0.01, power: 1.5)
            cosine-restarts-torch = cosine_restarts(t - 1, base: 0.1, period: 8, growth: 2, end: 0.005)
            cosine-torch = cosine_annealing(t - 1, base: 0.1, total: 25, end: 0.01)
            cyclic-torch = triangular(t - 1, base: 0.01, top: 0.1, up: 7, down: 11)
            exponential-optax = exponential_decay(t - 1, base: 0.1, rate: 0.5, period: 10, begin: 5, end: 0.01)
            exponential-torch = geometric(t - 1, base: 0.1, gamma: 0.93)
            inverse-time-keras = inverse_time(t - 1, base: 0.1, rate: 0.5, period: 10)
            join-optax = warmup_hold_cosine(t - 1, base: 0.1, warmup: 10, hold: 30, total: 50)
            linear-one-cycle-optax = linear_one_cycle(t - 1, base: 0.5, total: 50)
            linear-optax = linear(t - 1, base: 0.1, total: 10)
            linear-torch = linear(t - 1, base: 0.1, total: 20, start: 0.1, end: 0.8)
            multi-step-torch = multi_factor(t - 1, base: 0.1, alpha: 0.3, t1: 5, t2: 20, t3: 20, t4: 40)
            one-cycle-torch = one_cycle(t - 1, base: 0.5, total: 60)
            piecewise-constant-keras = piecewise_constant_inclusive(t - 1, base: 0.1, t1: 15, lr1: 0.05, t2: 30, lr2: 0.01)
            piecewise-linear-optax = piecewise_linear(t - 1, base: 0.1, t1: 10, lr1: 0.2, t2: 40, lr2: 0.02)
            polynomial-optax = polynomial_decay(t - 1, base: 0.1, total: 30, end: 0.01, power: 2, begin: 5)
            polynomial-torch = polynomial_decay(t - 1, base: 0.1, total: 40, power: 2)
            seed004-cosine = cosine(t - 1, base: 0.3, total: 20, end: 0.01)
            seed004-exponential = exponential(t - 1, base: 0.1, rate: 0.05)
            seed004-factor = factor(t - 1, base: 2, alpha: 0.9, lr_min: 0.01)
            seed004-multi-factor = multi_factor(t - 1, base: 0.5, alpha: 0.5, t1: 15, t2: 30)
            seed004-piecewise-constant = piecewise_constant(t - 1, base: 0.1, t1: 15, lr1: 0.05, t2: 30, lr2: 0.01)
            seed004-polynomial = polynomial(t - 1, base: 0.1, alpha: 0.5, beta: 0.1)
            seed004-warmup-cosine = warmup_cosine(t - 1, base: 0.3, warmup: 5, total: 20, end: 0.01)
            sequential-torch = warmup_geometric(t - 1, base: 0.1, warmup: 10, start: 0.1, gamma: 0.95)
            sgdr-optax = if t <= 20 then warmup_cosine(t - 1, base: 0.1, warmup: 5, total: 20) \
            else warmup_cosine(t - 21, base: 0.05, warmup: 6, total: 30, start: 0.01, end: 0.002)
            step-torch = staircase(t - 1, base: 0.1, gamma: 0.5, period: 7)
            warmup-cosine-optax = warmup_cosine(t - 1, base: 0.2, warmup: 10, total: 50, start: 0.01, end: 0.02, power: 2)
            warmup-exponential-optax = warmup_exponential(t - 1, base: 0.1, warmup: 8, rate: 0.6, period: 10)
            """;

    private ScheduleTable() {}

    /** Expressions by the names of the recorded schedules. */
    static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            int sign = line.indexOf(" = ");
            rows.put(line.substring(0, sign), line.substring(sign + 3));
        });
        return rows;
    }
}
