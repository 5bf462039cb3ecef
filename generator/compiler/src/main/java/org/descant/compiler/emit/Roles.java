package org.descant.compiler.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/** Names for values by what they are for: the number that m is multiplied by is {@code mFactor}. */
final class Roles {
    private static final Pattern LEFT_SIDE = Pattern.compile("^[\\w.]+");

    private final Map<Variable, String> names = new HashMap<>();
    private final Map<Expr, String> numbers = new HashMap<>();
    private final Set<Variable> unnamed;
    private final Function<Expr, String> leaves;

    /**
     * @param unnamed the variables that want a name
     * @param leaves the name of what has one, or the empty string
     */
    Roles(List<Equation> equations, Set<Variable> unnamed, Function<Expr, String> leaves) {
        this.unnamed = unnamed;
        this.leaves = leaves;
        for (Equation equation : equations) {
            for (Expr expr : Subexpressions.within(equation.value())) {
                if (expr instanceof Apply apply) {
                    operands(apply, left(equation));
                }
            }
        }
    }

    /** What a variable is for where it is first used, or a part of the equation that it came from. */
    String of(Variable variable, Equation source) {
        return names.getOrDefault(variable, left(source) + (variable.kind() == Kind.BOOLEAN ? "Condition" : "Part"));
    }

    /** What a number of a step or a tensor is for where a loop first uses it, if one does. */
    Optional<String> of(Expr number) {
        return Optional.ofNullable(numbers.get(number));
    }

    private void operands(Apply apply, String left) {
        List<Expr> operands = apply.operands();
        for (int i = 0; i < operands.size(); i++) {
            Expr operand = operands.get(i) instanceof Narrow narrow ? narrow.number() : operands.get(i);
            if (operand instanceof Read read
                    && unnamed.contains(read.variable())
                    && read.variable().kind() == Kind.NUMBER) {
                names.putIfAbsent(read.variable(), role(apply, i, left));
            } else if (operands.get(i) instanceof Narrow) {
                numbers.putIfAbsent(operand, role(apply, i, left));
            }
        }
    }

    private String role(Apply apply, int place, String left) {
        String beside =
                apply.operands().size() == 2 ? leaves.apply(apply.operands().get(1 - place)) : "";
        String subject = beside.isEmpty() ? left : beside;
        return switch (apply.operator()) {
            case MULTIPLY -> subject + "Factor";
            case DIVIDE -> place == 1 ? subject + "Divisor" : left + "Numerator";
            case ADD, SUBTRACT -> left + "Term";
            case POWER -> place == 1 ? subject + "Exponent" : left + "Base";
            case MIN, MAX, CLAMP -> subject + "Bound";
            default -> left + "Part";
        };
    }

    private static String left(Equation equation) {
        Matcher left = LEFT_SIDE.matcher(equation.origin().text());
        return left.find() ? JavaNames.camel(left.group()) : "its";
    }
}
