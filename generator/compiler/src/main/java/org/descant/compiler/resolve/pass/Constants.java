package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;

/** The value of terms that are made of constants alone. Functions beyond the IEEE operations are those of {@link StrictMath}. */
public final class Constants {
    private Constants() {}

    public static OptionalDouble number(Term term) {
        return value(term, Map.of())
                .map(value -> value instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty())
                .orElse(OptionalDouble.empty());
    }

    public static Optional<Boolean> truth(Term term) {
        return value(term, Map.of()).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /**
     * A {@link Double}, a {@link Boolean}, or nothing if the term depends on anything but constants.
     *
     * @param known the equations that are known to be constant
     */
    public static Optional<Object> value(Term term, Map<String, Object> known) {
        if (term instanceof NumberTerm number) {
            return Optional.of(number.value());
        }
        if (term instanceof TruthTerm truth) {
            return Optional.of(truth.value());
        }
        if (term instanceof VariableTerm variable) {
            return Optional.ofNullable(known.get(variable.name()));
        }
        return term instanceof ApplyTerm apply ? apply(apply, known) : Optional.empty();
    }

    private static Optional<Object> apply(ApplyTerm apply, Map<String, Object> known) {
        Operator operator = apply.operator();
        List<Term> operands = apply.operands();
        if (operator.isChoice()) {
            return value(operands.get(0), known)
                    .filter(Boolean.class::isInstance)
                    .flatMap(chosen -> value(operands.get((Boolean) chosen ? 1 : 2), known));
        }
        List<Optional<Object>> values = new ArrayList<>();
        operands.forEach(operand -> values.add(value(operand, known)));
        if (operator == Operator.AND || operator == Operator.OR) {
            Object decisive = operator == Operator.OR;
            if (values.stream()
                    .anyMatch(value -> value.isPresent() && value.get().equals(decisive))) {
                return Optional.of(decisive);
            }
        }
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Object> present = values.stream().map(Optional::get).toList();
        if (present.stream().allMatch(Boolean.class::isInstance)) {
            return truths(operator, present);
        }
        if (present.stream().allMatch(Double.class::isInstance)) {
            double[] x = present.stream().mapToDouble(value -> (Double) value).toArray();
            return x.length == 1 ? one(operator, x[0]) : x.length == 2 ? two(operator, x[0], x[1]) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Object> truths(Operator operator, List<Object> x) {
        return switch (operator) {
            case NOT -> Optional.of(!(Boolean) x.get(0));
            case AND -> Optional.of((Boolean) x.get(0) && (Boolean) x.get(1));
            case OR -> Optional.of((Boolean) x.get(0) || (Boolean) x.get(1));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> one(Operator operator, double x) {
        return switch (operator) {
            case NEGATE -> Optional.of(-x);
            case SQUARE -> Optional.of(x * x);
            case CUBE -> Optional.of((x * x) * x);
            case FOURTH -> Optional.of(((x * x) * x) * x);
            case ABS -> Optional.of(Math.abs(x));
            case SQRT -> Optional.of(Math.sqrt(x));
            case EXP -> Optional.of(StrictMath.exp(x));
            case LOG -> Optional.of(StrictMath.log(x));
            case FLOOR -> Optional.of(Math.floor(x));
            case CEIL -> Optional.of(Math.ceil(x));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> two(Operator operator, double x, double y) {
        return switch (operator) {
            case ADD -> Optional.of(x + y);
            case SUBTRACT -> Optional.of(x - y);
            case MULTIPLY -> Optional.of(x * y);
            case DIVIDE -> Optional.of(x / y);
            case POWER -> Optional.of(StrictMath.pow(x, y));
            case MIN -> Optional.of(Math.min(x, y));
            case MAX -> Optional.of(Math.max(x, y));
            case MOD -> Optional.of(x - y * Math.floor(x / y));
            case LESS -> Optional.of(x < y);
            case LESS_OR_EQUAL -> Optional.of(x <= y);
            case GREATER -> Optional.of(x > y);
            case GREATER_OR_EQUAL -> Optional.of(x >= y);
            case EQUAL -> Optional.of(x == y);
            case NOT_EQUAL -> Optional.of(x != y);
            default -> Optional.empty();
        };
    }
}
