package org.descant.compiler.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/** Names for values that the rule gave none: {@code 1 - beta1} is {@code oneMinusBeta1}. */
final class Describe {
    private static final int LONGEST = 24;

    /** What rewrites call the equations that they add. */
    private static final Pattern UNNAMED = Pattern.compile("s?#\\d+");

    private static final Pattern LEFT_SIDE = Pattern.compile("^\\w+");

    private final Map<Variable, Equation> unnamed = new HashMap<>();
    private final String path;

    /** What the compiler named, with a {@code #}, is described by what it is. */
    Describe(List<Equation> equations) {
        this(equations, "");
    }

    /** @param path what stands before every name and is left out */
    Describe(List<Equation> equations, String path) {
        this.path = path;
        for (Equation equation : equations) {
            if (isUnnamed(equation.target())) {
                unnamed.put(equation.target(), equation);
            }
        }
    }

    /** A name that says what is computed, or the other one where that would take a sentence. */
    String expression(Expr expr, String otherwise) {
        if (expr instanceof Read read) {
            return variable(read.variable());
        }
        String name = words(expr, 2);
        return name.isEmpty() || name.length() > LONGEST ? otherwise : name;
    }

    /** The Java form of a variable's name; one that has none is described, or called a part of the equation that it came from. */
    String variable(Variable variable) {
        Equation unnamedEquation = unnamed.get(variable);
        return unnamedEquation == null
                ? name(variable)
                : expression(unnamedEquation.value(), partOf(unnamedEquation.origin()));
    }

    private String name(Variable variable) {
        String name = variable.name();
        return JavaNames.camel(name.startsWith(path) ? name.substring(path.length()) : name);
    }

    /** The Java form of a state's name; those that nobody declared are called by what they are for. */
    static String state(State state) {
        String name = state.name();
        return switch (state.kind()) {
            case CLOCK -> JavaNames.camel(name.endsWith(".t") ? name.substring(0, name.length() - 2) : name) + "Steps";
            case HELD -> JavaNames.camel(name) + "Held";
            case DECLARED, HISTORY, ORIGIN, OUTPUT -> JavaNames.camel(name);
        };
    }

    private static String partOf(Origin origin) {
        Matcher left = LEFT_SIDE.matcher(origin.text());
        return left.find() ? JavaNames.camel(left.group()) + "Part" : "part";
    }

    private static boolean isUnnamed(Variable variable) {
        return UNNAMED.matcher(variable.name()).matches();
    }

    private String words(Expr expr, int depth) {
        if (expr instanceof Narrow narrow) {
            return words(narrow.number(), depth);
        } else if (expr instanceof Read read) {
            Equation equation = unnamed.get(read.variable());
            return equation == null ? name(read.variable()) : words(equation.value(), depth);
        } else if (expr instanceof HyperRead hyper) {
            return JavaNames.camel(hyper.hyper().name());
        } else if (expr instanceof Previous previous) {
            return state(previous.state());
        } else if (expr instanceof StepCount) {
            return "t";
        } else if (expr instanceof Weight) {
            return "w";
        } else if (expr instanceof Gradient) {
            return "g";
        } else if (expr instanceof Constant constant) {
            return number(constant.value());
        } else if (expr instanceof Apply apply && depth > 0) {
            return apply(apply, depth - 1);
        }
        return "";
    }

    private static String number(double value) {
        if (value != Math.rint(value) || value < 0 || value > 10) {
            return "";
        }
        return new String[] {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
                [(int) value];
    }

    private String apply(Apply apply, int depth) {
        String first = words(apply.operands().get(0), depth);
        if (first.isEmpty()) {
            return "";
        }
        if (apply.operands().size() == 1) {
            return one(apply.operator(), first);
        }
        String second = words(apply.operands().get(1), depth);
        String word = between(apply.operator());
        return second.isEmpty() || word.isEmpty() ? "" : first + word + JavaNames.capital(second);
    }

    private static String one(Operator operator, String operand) {
        return switch (operator) {
            case NEGATE -> "minus" + JavaNames.capital(operand);
            case SQUARE -> operand + "Squared";
            case CUBE -> operand + "Cubed";
            case FOURTH -> operand + "ToTheFourth";
            case NOT -> "not" + JavaNames.capital(operand);
            case ISFINITE -> operand + "IsFinite";
            default -> operator.symbol() + JavaNames.capital(operand);
        };
    }

    private static String between(Operator operator) {
        return switch (operator) {
            case ADD -> "Plus";
            case SUBTRACT -> "Minus";
            case MULTIPLY -> "Times";
            case DIVIDE -> "Over";
            case POWER -> "ToThe";
            case LESS -> "Below";
            case LESS_OR_EQUAL -> "UpTo";
            case GREATER -> "Above";
            case GREATER_OR_EQUAL -> "From";
            case EQUAL -> "Is";
            case NOT_EQUAL -> "IsNot";
            case AND -> "And";
            case OR -> "Or";
            default -> "";
        };
    }
}
