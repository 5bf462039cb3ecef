package org.descant.compiler.emit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/** Names for values that the rule gave none: {@code 1 - beta1} is {@code oneMinusBeta1}. */
final class Describe {
    private static final int LONGEST = 32;
    private static final int DEEPEST = 3;

    /** Operators that are said behind their operand. */
    private static final Set<Operator> BEHIND =
            EnumSet.of(Operator.SQUARE, Operator.CUBE, Operator.FOURTH, Operator.ISFINITE);

    /** How tightly a single word binds. */
    private static final int WORD = 9;

    private final Map<Variable, Equation> unnamed = new HashMap<>();
    private final Roles roles;
    private final String path;

    /** What the compiler named, with a {@code #}, is described by what it is. */
    Describe(List<Equation> equations) {
        this(equations, "");
    }

    /** @param path what stands before every name and is left out */
    Describe(List<Equation> equations, String path) {
        this.path = path;
        for (Equation equation : equations) {
            if (equation.target().isUnnamed()) {
                unnamed.put(equation.target(), equation);
            }
        }
        this.roles = new Roles(equations, unnamed.keySet(), this::leaf);
    }

    /** A name that says what is computed, or the other one where that would take a sentence. */
    String expression(Expr expr, String otherwise) {
        if (expr instanceof Read read) {
            return variable(read.variable());
        }
        String name = words(expr, DEEPEST);
        return name.isEmpty() || name.length() > LONGEST ? otherwise : name;
    }

    /** A name for a number that loops read: what it is, or else what it is for, or what the same without its sign is for. */
    String number(Expr number) {
        boolean isNegated = number instanceof Apply apply && apply.operator() == Operator.NEGATE;
        String otherwise = isNegated
                ? one(Operator.NEGATE, number(((Apply) number).operands().get(0)))
                : roles.of(number).orElse("number");
        return expression(number, otherwise);
    }

    /** The Java form of a variable's name; one that has none is called by what it is or, where that takes too long, by what it is for. */
    String variable(Variable variable) {
        Equation equation = unnamed.get(variable);
        return equation == null ? name(variable) : expression(equation.value(), roles.of(variable, equation));
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
            // A number that is kept for an output has the name of the output before its own.
            case OUTPUT -> JavaNames.camel(name.substring(name.lastIndexOf('.') + 1));
            case DECLARED, HISTORY, ORIGIN -> JavaNames.camel(name);
        };
    }

    private String words(Expr expr, int depth) {
        if (expr instanceof Narrow narrow) {
            return words(narrow.number(), depth);
        } else if (source(expr).isPresent()) {
            return words(source(expr).get(), depth);
        } else if (expr instanceof Constant constant) {
            return number(constant.value());
        } else if (expr instanceof Apply apply) {
            return isStepOfClock(apply) || depth > 0 ? apply(apply, depth - 1) : "";
        } else if (expr instanceof Reduce reduce) {
            String argument = words(reduce.argument(), depth);
            return argument.isEmpty() ? "" : lower(reduce.reduction()) + JavaNames.capital(argument);
        }
        return leaf(expr);
    }

    /** The name of what has one; nothing for all else. */
    private String leaf(Expr expr) {
        if (expr instanceof Narrow narrow) {
            return leaf(narrow.number());
        } else if (expr instanceof Read read) {
            return read.variable().isUnnamed() ? "" : name(read.variable());
        } else if (expr instanceof HyperRead hyper) {
            return JavaNames.camel(hyper.hyper().name());
        } else if (expr instanceof Previous previous) {
            return state(previous.state());
        } else if (expr instanceof StepCount) {
            return "t";
        } else if (expr instanceof Weight) {
            return "w";
        }
        if (expr instanceof DimensionRead dimension) {
            return lower(dimension.dimension());
        }
        if (expr instanceof InputRead input) {
            return JavaNames.camel(input.input().name());
        } else if (expr instanceof Loss) {
            return "loss";
        }
        return expr instanceof Gradient ? "g" : "";
    }

    /** What a variable without a name is computed as. */
    private Optional<Expr> source(Expr expr) {
        return expr instanceof Read read
                ? Optional.ofNullable(unnamed.get(read.variable())).map(Equation::value)
                : Optional.empty();
    }

    /** How tightly an expression binds when it is read aloud, without parentheses. */
    private int binding(Expr expr) {
        if (expr instanceof Narrow narrow) {
            return binding(narrow.number());
        } else if (source(expr).isPresent()) {
            return binding(source(expr).get());
        }
        if (!(expr instanceof Apply apply) || isStepOfClock(apply)) {
            return WORD;
        }
        if (apply.operands().size() == 1) {
            return binding(apply.operands().get(0)) == WORD ? WORD : 0;
        }
        return switch (apply.operator()) {
            case OR -> 1;
            case AND -> 2;
            case ADD, SUBTRACT -> 4;
            case MULTIPLY, DIVIDE -> 5;
            case POWER -> 6;
            default -> 3;
        };
    }

    /** t of an application that rests on some steps: the steps that it has made, and this one. */
    private static boolean isStepOfClock(Apply apply) {
        return apply.operator() == Operator.ADD
                && apply.operands().get(0) instanceof Previous previous
                && previous.state().kind() == StateKind.CLOCK
                && apply.operands().get(1).equals(new Constant(1));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        if (value != Math.rint(value) || value < 0 || value > 10) {
            return "";
        }
        return new String[] {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
                [(int) value];
    }

    /** An operation in words, unless parentheses would be missed in them. */
    private String apply(Apply apply, int depth) {
        Expr left = apply.operands().get(0);
        if (isStepOfClock(apply) && left instanceof Previous previous) {
            return JavaNames.camel(previous.state().name());
        }
        String first = words(left, depth);
        if (first.isEmpty()) {
            return "";
        } else if (apply.operands().size() == 1) {
            boolean behind = BEHIND.contains(apply.operator());
            return behind && binding(left) < WORD ? "" : one(apply.operator(), first);
        }
        Expr right = apply.operands().get(1);
        String second = words(right, depth);
        String word = between(apply.operator());
        int own = binding(apply);
        boolean isClear = binding(left) >= own && binding(right) > own;
        return second.isEmpty() || word.isEmpty() || !isClear ? "" : first + word + JavaNames.capital(second);
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
