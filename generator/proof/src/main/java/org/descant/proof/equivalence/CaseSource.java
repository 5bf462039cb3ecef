package org.descant.proof.equivalence;

import java.util.Arrays;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Shape;
import org.descant.proof.bound.BoundedSource;

/** The gradients of one step of a case: as they are given, and with a slope where they are asked for at points. */
final class CaseSource implements BoundedSource {
    private final Case given;
    private final int step;
    private final double slope;
    private final EquationSystem rule;

    /** @param rule which is given all this */
    CaseSource(Case given, int step, double slope, EquationSystem rule) {
        this.rule = rule;
        this.given = given;
        this.step = step;
        this.slope = slope;
    }

    @Override
    public double evaluate(
            int evaluation, double[][] point, double[][] pointErrors, double[][] gradients, double[][] gradientErrors) {
        for (int tensor = 0; tensor < point.length; tensor++) {
            for (int i = 0; i < point[tensor].length; i++) {
                double offset = given.gradients().get(step).get(tensor).get(i);
                gradients[tensor][i] = slope == 0 ? offset : slope * point[tensor][i] + offset;
                gradientErrors[tensor][i] = slope == 0
                        ? 0
                        : slope * pointErrors[tensor][i]
                                + 2 * Math.ulp(slope * point[tensor][i])
                                + 2 * Math.ulp(gradients[tensor][i]);
            }
        }
        return 1.0 / (step + 1);
    }

    /** The same value for every element, row, column, matrix and tensor, and the whole model. */
    @Override
    public double[][] input(String name) {
        double value = 0.5 / (step + 1);
        Input input = rule.inputs().stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (input.shape().equals(Shape.MODEL)) {
            return new double[][] {{value}};
        }
        return given.tensors().stream()
                .map(tensor -> {
                    double[] values = new double[tensor.count(input.shape(), input.view())];
                    Arrays.fill(values, value);
                    return values;
                })
                .toArray(double[][]::new);
    }

    /** The same without bounds. */
    StepSource plain() {
        return new StepSource() {
            @Override
            public double evaluate(int evaluation, double[][] point, double[][] gradients) {
                double[][] none = new double[point.length][];
                for (int tensor = 0; tensor < none.length; tensor++) {
                    none[tensor] = new double[point[tensor].length];
                    gradients[tensor] = new double[point[tensor].length];
                }
                return CaseSource.this.evaluate(evaluation, point, none, gradients, none);
            }

            @Override
            public double[][] input(String name) {
                return CaseSource.this.input(name);
            }
        };
    }
}
