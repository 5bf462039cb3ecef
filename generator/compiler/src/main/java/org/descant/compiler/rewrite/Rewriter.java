package org.descant.compiler.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;

/**
 * Applies rewrites to a system until none changes it any more. Each rewrite makes a system smaller or moves work to where it is done
 * less often, so the rounds end; a limit makes sure of it.
 */
public final class Rewriter {
    private static final int MOST_ROUNDS = 100;
    /** As many equations as a person's rule has, all that it applies written out. */
    private static final double SMALL = 100;

    private static final int DEPTH_LIMIT = 300;

    /** What keeps every bit: laws of one expression first, then names, then what is computed where. */
    private static final List<Rewrite> BITWISE = List.of(
            new FoldConstants(),
            new DecideChoices(),
            new SimplifyConditions(),
            new DropNeutralOperands(),
            new CancelSigns(),
            new SimplifyBounds(),
            new DivideByPowersOfTwo(),
            new ChooseFactors(),
            new DecideClocks(),
            new ReadConstantStates(),
            new InlineCopies(),
            new DropDead(),
            new HoistStepScalars(),
            new ShareEquals(),
            new LiftFromChoices());

    private static final List<Rewrite> RELAXED = List.of(new CollectStepFactors(), new MultiplyByReciprocals());

    private final List<Rewrite> rewrites;
    private final List<ExpressionRewrite> local = new ArrayList<>();
    private final List<SystemRewrite> whole = new ArrayList<>();

    private Rewriter(List<Rewrite> rewrites) {
        this.rewrites = List.copyOf(rewrites);
        for (Rewrite rewrite : rewrites) {
            if (rewrite instanceof ExpressionRewrite expression) {
                local.add(expression);
            } else if (rewrite instanceof SystemRewrite system) {
                whole.add(system);
            }
        }
    }

    /** The default: nothing but {@link Exactness#BITWISE}. */
    public static Rewriter strict() {
        return new Rewriter(BITWISE);
    }

    /** What a rule compiled as {@code relaxed} allows besides. */
    public static Rewriter relaxed() {
        List<Rewrite> rewrites = new ArrayList<>(RELAXED);
        rewrites.addAll(BITWISE);
        return new Rewriter(rewrites);
    }

    /** A choice of rewrites, in this order. */
    public static Rewriter of(Rewrite... rewrites) {
        return new Rewriter(List.of(rewrites));
    }

    public List<Rewrite> rewrites() {
        return rewrites;
    }

    /**
     * The rewritten system. One with chains of hundreds of operators, which a program wrote, stays as it is: rewrites follow them by recursion.
     * One that is large gets the fewer rounds the larger it is. Each round leaves a system that is right, so that one which rounds still change may be the last.
     */
    public Rewritten rewrite(EquationSystem system) {
        Map<String, Integer> applied = new LinkedHashMap<>();
        if (Parts.depth(system, DEPTH_LIMIT) > DEPTH_LIMIT) {
            return new Rewritten(system, applied);
        }
        EquationSystem current = system;
        double large = Math.max(1, system.equations().size() / SMALL);
        int rounds = (int) Math.max(1, MOST_ROUNDS / (large * large));
        for (int round = 0; round < rounds; round++) {
            Map<String, Integer> before = new LinkedHashMap<>(applied);
            current = round(current, applied);
            if (applied.equals(before)) {
                return new Rewritten(current, applied);
            }
        }
        return new Rewritten(current, applied);
    }

    private EquationSystem round(EquationSystem system, Map<String, Integer> applied) {
        Simplify simplify = new Simplify(local);
        EquationSystem current = simplify.everywhere(system);
        simplify.applied().forEach(rewrite -> applied.merge(rewrite.label(), 1, Integer::sum));
        for (SystemRewrite rewrite : whole) {
            Optional<EquationSystem> next = rewrite.rewrite(current);
            if (next.isPresent()) {
                SystemContract.check(rewrite, current, next.get());
                applied.merge(rewrite.label(), 1, Integer::sum);
                current = next.get();
            }
        }
        return current;
    }
}
