package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;

/**
 * How easily C2 takes one statement of a loop for another. It makes vectors of statements by pairing, from one unrolled iteration to the next, what does the same with the
 * same values in the same places, and it goes from a value to what uses it, and back. On the way it swaps the operands of sums and products as one use of a value wants
 * them, for all uses of that value, and has sorted the operands of some by an order that is not the same in all iterations. One wrong pair, and the whole loop is scalar
 * code, 3 to 10 times slower.
 *
 * <p>Two sums that weigh the same two values, {@code a x + b y} and {@code p x + q y}, are taken for each other in any order of their operands. Of 13 small loops that have two such
 * sums, in four orders of arrays and loads each, 50 (JDK 17) and 52 (JDK 25) of the 52 are scalar code as written, 34 and 28 with the operands of one sum swapped, and none where both are
 * differences. With one as a difference, one JDK is content and the other is not.
 *
 * <p>What is counted here was found by the times of some thousand small loops on JDK 17 and 25, and agrees with what C2's {@code SuperWord} does.
 */
final class PairingRisks {
    /** Two uses of a value that nothing tells apart. */
    private static final int ALIKE = 20;

    /** A value with several uses, of which C2 decides on which side one stands. */
    private static final int UNSURE = 8;

    /** A value that stands left of one operator and right of another. */
    private static final int BOTH_SIDES = 8;

    /** A sum of two values that are computed alike, which C2 sorts. */
    private static final int SAME_OPERANDS = 7;

    /** A sum of two values that another sum or difference weighs, too. */
    private static final int WEIGHED_ALIKE = 20;

    private static final Set<Operator> COMMUTE = Set.of(Operator.ADD, Operator.MULTIPLY, Operator.MIN, Operator.MAX);
    private static final Set<Operator> SUMS = Set.of(Operator.ADD, Operator.SUBTRACT);
    private static final Set<Operator> POWERS = Set.of(Operator.SQUARE, Operator.CUBE, Operator.FOURTH);

    /** What C2 can tell an operand by, besides its operator: what is loaded, and what is the same in all iterations. */
    private static final String LOADED = "loaded";

    private static final String NUMBER = "number";

    /** On which side of an operator a value stands; of two that C2 sorts, none can say. */
    private enum Side {
        LEFT,
        RIGHT,
        UNSURE
    }

    /**
     * What is done with a value and another one.
     *
     * @param other what that can be told by
     */
    private record Use(Operator operator, Side side, String other) {
        boolean isAlike(Use use) {
            return operator == use.operator
                    && other.equals(use.other)
                    && !other.equals(LOADED)
                    && !other.equals(NUMBER)
                    && (side == use.side || COMMUTE.contains(operator));
        }
    }

    private final Set<Expr> loads;
    private final Map<Expr, Expr> computed = new HashMap<>();
    private final Map<Expr, List<Use>> uses = new HashMap<>();
    private final Map<Set<Expr>, Set<Expr>> weighing = new HashMap<>();
    private int alike;
    private int unsure;
    private int bothSides;
    private int sameOperands;
    private int weighedAlike;
    private int inTwoSums;

    private PairingRisks(Set<Expr> loads, List<Equation> equations) {
        this.loads = loads;
        equations.forEach(equation -> computed.put(new Read(equation.target()), equation.value()));
    }

    /**
     * Those of a loop.
     *
     * @param loads what it reads from arrays
     * @param stored what it stores
     */
    static PairingRisks of(Set<Expr> loads, List<Equation> equations, Collection<Expr> stored) {
        PairingRisks risks = new PairingRisks(loads, equations);
        equations.forEach(equation -> risks.look(equation.value()));
        stored.forEach(risks::look);
        risks.uses.values().forEach(risks::count);
        risks.weighing.values().forEach(risks::countSums);
        return risks;
    }

    /** Whether a loop is likelier to be scalar code than one that has none. */
    boolean areHigh() {
        return alike + weighedAlike > 0 || bothSides + unsure > 1;
    }

    /**
     * Whether a long loop is as good as certainly vector code. Beside what short ones ask for, no value may stand in two sums or differences: of 156 long loops with random equations 31 were
     * scalar code on JDK 17 or 25 of the 104 where one does, and 3 of the 52 others.
     */
    boolean allowLongLoop() {
        return !areHigh() && inTwoSums == 0;
    }

    /** Whether there is as good as none. */
    boolean areLow() {
        return alike + weighedAlike == 0 && (bothSides + unsure == 0 || (bothSides + unsure == 1 && sameOperands == 0));
    }

    /** What they come to, each by how often it is why a loop is scalar. */
    int sum() {
        return ALIKE * alike
                + UNSURE * unsure
                + BOTH_SIDES * bothSides
                + SAME_OPERANDS * sameOperands
                + WEIGHED_ALIKE * weighedAlike;
    }

    private void look(Expr expr) {
        if (loads.contains(expr) || expr instanceof Narrow) {
            return;
        }
        if (expr instanceof Apply apply && apply.operands().size() == 2) {
            Expr left = apply.operands().get(0);
            Expr right = apply.operands().get(1);
            if (!left.equals(right)) {
                String leftKind = kind(left);
                String rightKind = kind(right);
                use(left, leftKind, rightKind, apply.operator(), Side.LEFT);
                use(right, rightKind, leftKind, apply.operator(), Side.RIGHT);
                boolean isSum = apply.operator() == Operator.ADD && isSorted(leftKind, rightKind);
                sameOperands += isSum && !leftKind.equals(LOADED) && leftKind.equals(rightKind) ? 1 : 0;
                weigh(apply);
            }
        }
        for (Expr operand : Subexpressions.of(expr)) {
            look(operand);
        }
    }

    private void weigh(Apply apply) {
        if (!SUMS.contains(apply.operator())) {
            return;
        }
        Optional<Expr> left = weighed(apply.operands().get(0));
        Optional<Expr> right = weighed(apply.operands().get(1));
        if (left.isPresent() && right.isPresent()) {
            Set<Expr> values = new HashSet<>(List.of(left.get(), right.get()));
            weighing.computeIfAbsent(values, v -> new HashSet<>()).add(apply);
        }
    }

    /** What is multiplied by a number. */
    private Optional<Expr> weighed(Expr product) {
        if (!(product instanceof Apply apply) || apply.operator() != Operator.MULTIPLY) {
            return Optional.empty();
        }
        Expr left = apply.operands().get(0);
        Expr right = apply.operands().get(1);
        boolean isLeftNumber = kind(left).equals(NUMBER);
        boolean isWeighed = isLeftNumber != kind(right).equals(NUMBER);
        return isWeighed ? Optional.of(isLeftNumber ? right : left) : Optional.empty();
    }

    private void use(Expr value, String own, String beside, Operator operator, Side side) {
        if (loads.contains(value) || computed.containsKey(value)) {
            Side kept = operator == Operator.ADD || operator == Operator.MULTIPLY ? sorted(own, beside) : side;
            uses.computeIfAbsent(value, v -> new ArrayList<>()).add(new Use(operator, kept, beside));
        }
    }

    /** Where C2 puts an operand of a sum or product: numbers to the left, what is loaded to the right. */
    private static Side sorted(String own, String other) {
        if (isSorted(own, other)) {
            return Side.UNSURE;
        }
        return own.equals(NUMBER) || other.equals(LOADED) ? Side.LEFT : Side.RIGHT;
    }

    /** Whether C2 sorts two operands by numbers that it gave to them as it met them. */
    private static boolean isSorted(String first, String second) {
        return !first.equals(NUMBER) && !second.equals(NUMBER) && first.equals(LOADED) == second.equals(LOADED);
    }

    private String kind(Expr expr) {
        if (loads.contains(expr)) {
            return LOADED;
        } else if (expr instanceof Narrow || expr instanceof Constant) {
            return NUMBER;
        }
        Expr value = computed.get(expr);
        if (value != null) {
            return kind(value);
        }
        return expr instanceof Apply apply
                ? (POWERS.contains(apply.operator()) ? Operator.MULTIPLY : apply.operator()).name()
                : NUMBER;
    }

    private void countSums(Set<Expr> all) {
        if (all.size() > 1) {
            weighedAlike += (int) all.stream()
                    .filter(expr -> expr instanceof Apply apply && apply.operator() == Operator.ADD)
                    .count();
        }
    }

    private void count(List<Use> all) {
        inTwoSums += all.stream().filter(use -> SUMS.contains(use.operator())).count() > 1 ? 1 : 0;
        for (int i = 0; i < all.size(); i++) {
            Use use = all.get(i);
            alike += (int) all.subList(0, i).stream().filter(use::isAlike).count();
        }
        if (all.size() > 1 && all.stream().anyMatch(use -> COMMUTE.contains(use.operator()))) {
            Set<Side> sides = new HashSet<>();
            all.forEach(use -> sides.add(use.side()));
            unsure += sides.contains(Side.UNSURE) ? 1 : 0;
            bothSides += sides.contains(Side.LEFT) && sides.contains(Side.RIGHT) ? 1 : 0;
        }
    }
}
