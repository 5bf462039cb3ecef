package org.descant.compiler.interpret;

/** A choice whose condition and branches have one space. */
final class Choice implements Node {
    private final Node condition;
    private final Node yes;
    private final Node no;
    private final double[] values;

    Choice(Node condition, Node yes, Node no, int size) {
        this.condition = condition;
        this.yes = yes;
        this.no = no;
        this.values = new double[size];
    }

    @Override
    public double[] values() {
        double[] chosen = condition.values();
        double[] first = yes.values();
        double[] second = no.values();
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = chosen[cell] != 0 ? first[cell] : second[cell];
        }
        return values;
    }

    /** A choice by a condition per step: where the groups agree, the other branch is not looked at, so that its inputs are not asked for. */
    static Node perStep(Node condition, Node yes, Node no, Node whole) {
        return () -> {
            boolean all = true;
            boolean none = true;
            for (double value : condition.values()) {
                all &= value != 0;
                none &= value == 0;
            }
            if (all) {
                return yes.values();
            }
            return none ? no.values() : whole.values();
        };
    }
}
