package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparametersTest {
    private final double[] weight = {1, 2};
    private final double[] bias = {3};
    private final Parameters parameters = Parameters.builder()
            .tensor("weight", weight, new double[] {1, 1}, 2)
            .group("bias")
            .tensor("bias", bias, new double[] {1}, 1)
            .build();

    @Test
    void get_untouched_isTheDefault() {
        assertThat(new Momentum(parameters).get("lr")).isEqualTo(0.1);
    }

    @Test
    void set_byName_reachesAllGroups() {
        Momentum momentum = new Momentum(parameters);
        momentum.set("lr", 0.25);
        momentum.step();
        assertThat(weight).containsExactly(0.75, 1.75);
        assertThat(bias).containsExactly(2.75);
    }

    @Test
    void group_setByName_reachesThatGroupAlone() {
        Momentum momentum = new Momentum(parameters).lr(0.25);
        momentum.group("bias").set("lr", 0.5);
        momentum.step();
        assertThat(weight).containsExactly(0.75, 1.75);
        assertThat(bias).containsExactly(2.5);
        assertThat(momentum.group("bias").get("lr")).isEqualTo(0.5);
        assertThat(momentum.group("bias")).isSameAs(momentum.group("bias"));
        assertThatThrownBy(() -> momentum.get("lr"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Momentum: lr is 0.25 in group 'default' and 0.5 in group 'bias': ask one group");
    }

    @Test
    void group_unknown_namesThoseThatExist() {
        assertThatThrownBy(() -> new Momentum(parameters).group("biases"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no group 'biases'; there are default, bias");
    }

    @Test
    @SuppressWarnings("NullAway") // callers may be compiled without it
    void schedule_null_isRefusedAtTheCall() {
        Momentum momentum = new Momentum(parameters);
        String message = "Momentum: the schedule of lr is null: set a value to have none";
        assertThatNullPointerException()
                .isThrownBy(() -> momentum.schedule("lr", null))
                .withMessage(message);
        assertThatNullPointerException()
                .isThrownBy(() -> momentum.group("bias").schedule("lr", null))
                .withMessage(message);
        assertThat(momentum.get("lr")).isEqualTo(0.1);
    }

    @Test
    void setAll_nullValue_isRefusedAtTheCall() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("lr", null);
        assertThatNullPointerException()
                .isThrownBy(() -> new Momentum(parameters).setAll(values))
                .withMessage("Momentum: the value of lr is null");
    }

    @Test
    @SuppressWarnings("NullAway") // callers may be compiled without it
    void setAll_null_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Momentum(parameters).setAll(null))
                .withMessage("Momentum: the values are null");
    }

    @Test
    @SuppressWarnings("NullAway") // callers may be compiled without it
    void parameters_null_areRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Momentum(null))
                .withMessage("Momentum: the parameters are null");
    }

    @Test
    void set_unknownName_namesThoseThatExist() {
        assertThatThrownBy(() -> new Momentum(parameters).set("lrr", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Momentum has no hyperparameter 'lrr'; it has lr, mu");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, -Double.MIN_VALUE})
    void set_outOfRange_isRefused(double value) {
        Momentum momentum = new Momentum(parameters);
        assertThatThrownBy(() -> momentum.lr(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Momentum: lr = " + value + " is not in [0, inf)");
        assertThat(momentum.get("lr")).isEqualTo(0.1);
    }

    @Test
    void setAll_oneRefused_setsNone() {
        Momentum momentum = new Momentum(parameters);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("lr", 0.5);
        values.put("mu", 1.0);
        assertThatThrownBy(() -> momentum.setAll(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Momentum: mu = 1.0 is not in [0, 1)");
        assertThat(momentum.get("lr")).isEqualTo(0.1);
        momentum.setAll(Map.of("lr", 1, "mu", 0));
        assertThat(momentum.get("lr")).isEqualTo(1);
    }

    @Test
    void group_setOfWhatMustBeOneForAll_isRefused() {
        Adam adam = new Adam(parameters);
        assertThatThrownBy(() -> adam.group("bias").set("period", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam: period must be one for all groups, because a value of the whole model or a condition"
                        + " depends on it: set it on the optimizer");
        adam.set("period", 3);
        assertThat(adam.get("period")).isEqualTo(3);
    }

    @Test
    void schedule_isAskedForCompletedUpdates() {
        List<Long> asked = new ArrayList<>();
        Momentum momentum = new Momentum(parameters);
        momentum.group("bias").schedule("lr", completed -> {
            asked.add(completed);
            return 0;
        });
        for (int t = 1; t <= 3; t++) {
            momentum.step();
        }
        assertThat(asked).containsExactly(0L, 1L, 2L);
        assertThat(bias).containsExactly(3);
    }

    @Test
    void get_scheduled_isTheValueOfTheNextStep() {
        Momentum momentum = new Momentum(parameters).lr(completed -> 1.0 / (1 + completed));
        momentum.step();
        assertThat(momentum.get("lr")).isEqualTo(0.5);
        momentum.lr(0.125);
        assertThat(momentum.get("lr")).isEqualTo(0.125);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN})
    void step_scheduleOutOfRange_leavesEverything(double bad) {
        Adam adam = new Adam(parameters);
        adam.group("bias").schedule("beta1", completed -> completed == 1 ? bad : 0.5);
        checkSecondStepFails(adam, "Adam: beta1 is " + bad + " at step 2 in group 'bias', which is not in [0, 1)");
    }

    @Test
    void step_passedValueOutOfRange_leavesEverything() {
        Adam adam = new Adam(parameters);
        adam.group("bias").schedule("lr", completed -> completed == 1 ? 1e9 : 0.5);
        checkSecondStepFails(
                adam,
                "Adam: inner.rate is " + 1e9 / (1 - 0.9 * 0.9)
                        + " at step 2 in group 'bias', which is not in [0, 1000000]");
    }

    private void checkSecondStepFails(Adam adam, String message) {
        adam.step();
        double[] before = weight.clone();
        double[] m = adam.state("weight", "m");
        double[] p1 = adam.state("weight", "p1");
        assertThatThrownBy(adam::step).isInstanceOf(IllegalStateException.class).hasMessage(message);
        assertThat(weight).isEqualTo(before);
        assertThat(adam.state("weight", "m")).isEqualTo(m);
        assertThat(adam.state("weight", "p1")).isEqualTo(p1);
        assertThat(adam.state("count")).isEqualTo(1);
        assertThat(adam.t()).isEqualTo(1);
        adam.group("bias").schedule("lr", completed -> 0.5);
        adam.group("bias").schedule("beta1", completed -> 0.5);
        adam.step();
        assertThat(adam.t()).isEqualTo(2);
        assertThat(weight).isNotEqualTo(before);
    }

    @Test
    void step_firstOneFails_startsAreEvaluatedByTheNext() {
        Adam adam = new Adam(parameters);
        adam.set("lr", 1e9);
        assertThatThrownBy(adam::step).isInstanceOf(IllegalStateException.class);
        assertThat(adam.t()).isZero();
        weight[0] = 10;
        adam.set("lr", 0);
        adam.step();
        assertThat(adam.state("weight", "average")).containsExactly(10, 2);
        assertThat(adam.state("weight", "p1")).containsExactly(0.9);
    }

    @Test
    void state_beforeFirstStep_isTheStart() {
        Adam adam = new Adam(parameters);
        adam.set("period", 5);
        assertThat(adam.state("weight", "average")).containsExactly(1, 2);
        assertThat(adam.state("weight", "p1")).containsExactly(1);
        assertThat(adam.state("count")).isEqualTo(3);
        assertThat(adam.output("count")).isEqualTo(3);
        weight[0] = 10;
        assertThat(adam.output("weight", "average")).containsExactly(10, 2);
        assertThatThrownBy(() -> adam.output("weight", "rate"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Adam: 'rate' has no value before the first step");
        adam.step();
        assertThat(adam.output("weight", "rate")).containsExactly(1e-3 / (1 - 0.9));
        assertThat(adam.output("count")).isEqualTo(4);
    }

    @Test
    void state_askedForWrongly_saysHow() {
        Adam adam = new Adam(parameters);
        assertThatThrownBy(() -> adam.state("weight", "w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam has no state 'w'; it has p1, m, p2, v, average, count, rate");
        assertThatThrownBy(() -> adam.state("weights", "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no tensor 'weights'; there are weight, bias");
        assertThatThrownBy(() -> adam.state("m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam: 'm' is per element: ask for it with a tensor's name");
        assertThatThrownBy(() -> adam.state("weight", "count"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam: 'count' is per model: ask for it without a tensor's name");
        assertThatThrownBy(() -> new Momentum(parameters).output("weight", "average"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Momentum has no output 'average'; it has velocity");
    }
}
