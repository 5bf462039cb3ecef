package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Subexpressions;

/**
 * Writes the sums and differences of a loop so that C2 cannot take one for another ({@link PairingRisks}).
 *
 * <pre>
 * a - b = (-b) + a
 * a + b = a - (-b) = b - (-a)
 * </pre>
 *
 * <p>To subtract is to add what has the other sign, for zeros, infinities and NaN alike, so no bit changes. The sign costs nothing where there is a factor that is the same for
 * all elements, since a product or quotient has the same bits but for the sign when that of a factor changes: {@code w - lr * u} becomes {@code minusLr * u + w}; sums
 * are made differences only there. Not touched: {@code -(a + b)}, which is not {@code -a - b} where the sum is 0.
 */
final class ClearSums {
    private final Set<Expr> loads;
    private final List<Equation> equations;
    private final List<Store> stores;
    private final boolean isLong;

    private ClearSums(Loop loop) {
        loads = loop.loads();
        equations = loop.equations();
        stores = loop.stores();
        isLong = LoopCases.of(loop).loops().stream().anyMatch(LoopBudget::isLong);
    }

    /** The same equations and stores in the forms that are clearest, of which some take a number more; nothing where what was written is as clear. */
    static Optional<Body> of(Loop loop) {
        return new ClearSums(loop).clearest();
    }

    /** The equations and stores of a loop. */
    record Body(List<Equation> equations, List<Store> stores) {}

    /** A way to write a sum or difference. */
    private enum Form {
        AS_IT_IS,
        /** What stands left first, as a difference if it was a sum; a difference as a sum. */
        TURNED,
        /** Of a sum, what stands right first, as a difference. */
        FROM_RIGHT
    }

    /** One change at a time, the best, until risks are low, or in a long loop gone, or none makes them less. */
    private Optional<Body> clearest() {
        List<Form> forms = new ArrayList<>();
        Body best = written(forms);
        PairingRisks risks = risks(best);
        boolean changed = false;
        boolean found = isLong ? risks.sum() > 0 : risks.areHigh();
        int least = found ? cost(best, risks) : 0;
        while (found) {
            found = false;
            List<Form> next = forms;
            for (int place = 0; place < forms.size(); place++) {
                for (Form form : Form.values()) {
                    if (form == forms.get(place)) {
                        continue;
                    }
                    List<Form> tried = new ArrayList<>(forms);
                    tried.set(place, form);
                    Body body = written(tried);
                    PairingRisks of = risks(body);
                    int cost = cost(body, of);
                    if (cost < least) {
                        least = cost;
                        best = body;
                        risks = of;
                        next = tried;
                        found = true;
                    }
                }
            }
            changed |= found;
            found &= isLong ? risks.sum() > 0 : !risks.areLow();
            forms = next;
        }
        return changed ? Optional.of(best) : Optional.empty();
    }

    private PairingRisks risks(Body body) {
        return PairingRisks.of(
                loads,
                body.equations(),
                body.stores().stream().map(Store::value).toList());
    }

    private int cost(Body body, PairingRisks risks) {
        int cost = risks.sum();
        for (Equation equation : body.equations()) {
            cost += operations(equation.value());
        }
        for (Store store : body.stores()) {
            cost += operations(store.value());
        }
        return cost;
    }

    private int operations(Expr expr) {
        if (isGiven(expr)) {
            return 0;
        }
        int operations = expr instanceof Apply ? 1 : 0;
        for (Expr operand : Subexpressions.of(expr)) {
            operations += operations(operand);
        }
        return operations;
    }

    /** Whether a loop is given what an expression says: from an array, or by a prologue. */
    private boolean isGiven(Expr expr) {
        boolean isCondition = expr.kind() == Kind.BOOLEAN && expr.shape().isNumber();
        return isCondition || expr instanceof Narrow || loads.contains(expr);
    }

    /** @param forms of the sums and differences, in the order in which they are met; those that are missing are added as they are */
    private Body written(List<Form> forms) {
        Writer writer = new Writer(forms);
        List<Equation> written = equations.stream()
                .map(equation -> new Equation(
                        equation.target(), writer.write(equation.value()), equation.clock(), equation.origin()))
                .toList();
        return new Body(
                written,
                stores.stream()
                        .map(store -> new Store(store.buffer(), writer.write(store.value()), store.when()))
                        .toList());
    }

    private final class Writer {
        private final List<Form> forms;
        private int next;

        Writer(List<Form> forms) {
            this.forms = forms;
        }

        Expr write(Expr expr) {
            if (isGiven(expr)) {
                return expr;
            }
            Expr inner = Subexpressions.map(expr, this::write);
            if (!(inner instanceof Apply apply) || !isChoice(apply)) {
                return inner;
            }
            if (next == forms.size()) {
                forms.add(Form.AS_IT_IS);
            }
            Form form = forms.get(next++);
            Expr left = apply.operands().get(0);
            Expr right = apply.operands().get(1);
            return switch (form) {
                case AS_IT_IS -> inner;
                case TURNED ->
                    apply.operator() == Operator.SUBTRACT
                            ? new Apply(Operator.ADD, negated(right), left)
                            : less(left, right).orElse(inner);
                case FROM_RIGHT ->
                    apply.operator() == Operator.ADD ? less(right, left).orElse(inner) : inner;
            };
        }

        /** {@code a - (-b)}, unless that takes a sign of its own. */
        private Optional<Expr> less(Expr a, Expr b) {
            return withOtherSign(b).map(other -> new Apply(Operator.SUBTRACT, a, other));
        }

        /** Whether the operator has other forms; what stands beside a number is on a side of its own in a sum. */
        private boolean isChoice(Apply apply) {
            return switch (apply.operator()) {
                case ADD -> apply.operands().stream().noneMatch(ClearSums::isNumber);
                case SUBTRACT -> !isNumber(apply.operands().get(0));
                default -> false;
            };
        }
    }

    private static boolean isNumber(Expr expr) {
        return expr instanceof Narrow || expr instanceof Constant;
    }

    private static Expr negated(Expr expr) {
        return withOtherSign(expr).orElseGet(() -> new Apply(Operator.NEGATE, expr));
    }

    /** The value with the other sign, if that takes no operation more. */
    private static Optional<Expr> withOtherSign(Expr expr) {
        if (expr instanceof Constant constant) {
            return Optional.of(new Constant(-constant.value()));
        } else if (expr instanceof Narrow narrow) {
            return Optional.of(new Narrow(negated(narrow.number())));
        }
        return expr instanceof Apply apply ? withOtherSign(apply) : Optional.empty();
    }

    private static Optional<Expr> withOtherSign(Apply apply) {
        Expr first = apply.operands().get(0);
        return switch (apply.operator()) {
            case NEGATE -> Optional.of(first);
            case MULTIPLY, DIVIDE -> {
                Expr second = apply.operands().get(1);
                yield withOtherSign(first)
                        .<Expr>map(other -> new Apply(apply.operator(), other, second))
                        .or(() -> withOtherSign(second).map(other -> new Apply(apply.operator(), first, other)));
            }
            default -> Optional.empty();
        };
    }
}
