package org.descant.peers.speed;

/** What a step does. */
public enum Workload {
    /** AdamW: lr 1e-3, betas 0.9 and 0.999, eps 1e-8, decay 0.01. */
    ADAMW("AdamW"),
    /** As {@code trainingstep.opt}: the gradient is clipped to a global norm of 1, then AdamW under a schedule, an average of the weights, and the gradient is set to 0. */
    TRAINING_STEP("clip + AdamW + average + zeroing");

    /** The gradient is not longer than that in {@link #TRAINING_STEP}. */
    public static final double LONGEST = 1;

    /** What the average of {@link #TRAINING_STEP} keeps of itself. */
    public static final double AVERAGE_DECAY = 0.999;

    public static final double BETA1 = 0.9;
    public static final double BETA2 = 0.999;
    public static final double EPS = 1e-8;
    public static final double WEIGHT_DECAY = 0.01;

    private static final double CONSTANT_RATE = 1e-3;
    private static final double PEAK = 3e-4;
    private static final int WARM_UP = 500;
    private static final int TOTAL = 10_000;

    private final String title;

    Workload(String title) {
        this.title = title;
    }

    /** What it is called in tables. */
    public String title() {
        return title;
    }

    /** The learning rate of a step, of which the first is 1. */
    public double rate(int step) {
        if (this == ADAMW) {
            return CONSTANT_RATE;
        }
        int completed = step - 1;
        if (completed < WARM_UP) {
            return PEAK * completed / WARM_UP;
        }
        double progress = (double) Math.min(completed - WARM_UP, TOTAL - WARM_UP) / (TOTAL - WARM_UP);
        return PEAK * 0.5 * (1 + Math.cos(Math.PI * progress));
    }

    /** 1 − β₁ᵗ. */
    public static double correction1(int step) {
        return 1 - Math.pow(BETA1, step);
    }

    /** 1 − β₂ᵗ. */
    public static double correction2(int step) {
        return 1 - Math.pow(BETA2, step);
    }
}
