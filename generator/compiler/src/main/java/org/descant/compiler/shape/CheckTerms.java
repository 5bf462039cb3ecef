package org.descant.compiler.shape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ReductionWord;
import org.descant.compiler.model.Term;

/** Checks what stands inside terms: the kinds and views of operands, and that a reduction reduces something. */
final class CheckTerms {
    private final Typing typing;
    private final Complaints complaints;

    CheckTerms(Typing typing, Complaints complaints) {
        this.typing = typing;
        this.complaints = complaints;
    }

    /** Reports what is wrong inside a term. */
    void check(TermOrder order) {
        Typing.Types types = typing.all(order);
        for (Term term : order.terms()) {
            if (term instanceof Term.ApplyTerm apply) {
                apply(apply, types);
            } else if (term instanceof Term.ReduceTerm reduce) {
                reduce(reduce, types);
            }
        }
    }

    /** Reports what comes from a rule that sees tensors as other matrices. */
    void foreign(TermOrder order, View view) {
        Typing.Types types = typing.all(order);
        for (Term term : order.terms()) {
            Type type = types.get(term);
            boolean reads = term instanceof Term.VariableTerm
                    || term instanceof Term.PreviousTerm
                    || term instanceof Term.InputTerm;
            if (reads && type.shape().hasView() && type.view() != view) {
                foreign(term, type);
            }
        }
        if (types.get(order.root()).clashes(new Type(Kind.NUMBER, Shape.MATRIX, view))) {
            foreign(order.root(), types.get(order.root()));
        }
    }

    private void foreign(Term term, Type type) {
        complaints.report(
                term.span(),
                "a value " + type.shape().label()
                        + " cannot pass between a rule that says 'matrix last' and one that does not",
                "pass a value per tensor or per element");
    }

    void requireNumber(Term term, Type type) {
        if (type.isBoolean() && !complaints.isExcused(term)) {
            complaints.report(
                    term.span(),
                    "a condition stands where a number is needed",
                    "write (if " + Complaints.quote(term, "…") + " then 1 else 0)");
        }
    }

    void requireCondition(Term term, Type type) {
        if (!type.isBoolean() && !complaints.isExcused(term)) {
            complaints.report(
                    term.span(),
                    "a number stands where a condition is needed",
                    "compare it, as in " + Complaints.quote(term, "x") + " != 0");
        }
    }

    private void apply(Term.ApplyTerm apply, Typing.Types types) {
        Operator operator = apply.operator();
        List<Term> operands = apply.operands();
        views(apply, operands, types);
        if (operator.isChoice()) {
            requireCondition(operands.get(0), types.get(operands.get(0)));
            branches(apply, types.get(operands.get(1)), types.get(operands.get(2)));
            return;
        }
        for (int i = 0; i < operands.size(); i++) {
            Term operand = operands.get(i);
            if (operator.operand(i) == Kind.NUMBER) {
                requireNumber(operand, types.get(operand));
            } else {
                requireCondition(operand, types.get(operand));
            }
        }
    }

    private void branches(Term.ApplyTerm apply, Type yes, Type no) {
        if (yes.isBoolean() != no.isBoolean()) {
            complaints.report(
                    apply.span(),
                    yes.isBoolean()
                            ? "this chooses between a condition and a number"
                            : "this chooses between a number and a condition",
                    "make both branches numbers or both conditions");
        }
    }

    private void views(Term at, List<Term> operands, Typing.Types types) {
        Type first = Type.LEAST;
        for (Term operand : operands) {
            Type type = types.get(operand);
            if (first.clashes(type)) {
                complaints.report(
                        at.span(),
                        "values " + first.shape().label() + " and "
                                + type.shape().label()
                                + " meet that belong to different matrices: one rule says 'matrix last', the other does not",
                        "reduce one of them per tensor first");
            }
            first = first.shape().hasView() ? first : type;
        }
    }

    private void reduce(Term.ReduceTerm reduce, Typing.Types types) {
        views(reduce, reduce.arguments(), types);
        Type joined = Type.LEAST;
        for (Term argument : reduce.arguments()) {
            requireNumber(argument, types.get(argument));
            joined = joined.join(types.get(argument));
        }
        Type result = types.get(reduce);
        if (!joined.shape().contains(result.shape()) || joined.shape().equals(result.shape())) {
            nothing(reduce, joined.shape(), result.shape());
        } else if (joined.clashes(result)) {
            complaints.report(
                    reduce.span(),
                    "a value " + joined.shape().label() + " and this reduction "
                            + result.shape().label()
                            + " belong to different matrices: one rule says 'matrix last', the other does not",
                    "reduce it per tensor");
        }
    }

    private void nothing(Term.ReduceTerm reduce, Shape argument, Shape result) {
        String word = word(reduce.word());
        String text = text(reduce);
        String what = reduce.arguments().size() > 1
                ? "the product"
                : Complaints.quote(reduce.arguments().get(0), "its argument");
        String along = result.label() + (reduce.per().isPresent() ? "" : ", which is the default");
        String larger = larger(argument, result)
                .map(per -> "write " + word + "(" + text + per + "), or ")
                .orElse("");
        complaints.report(
                reduce.span(),
                "'" + word + "' has nothing to reduce " + along + ": " + what + " is " + argument.label(),
                larger + (larger.isEmpty() ? "write " : "just ") + same(reduce, text));
    }

    /** A reduction of the argument that leaves less than there is, and is not the one that was written. */
    private static Optional<String> larger(Shape argument, Shape result) {
        if (argument.contains(Shape.TENSOR) && !argument.equals(Shape.TENSOR) && !result.equals(Shape.TENSOR)) {
            return Optional.of("");
        }
        return argument.contains(Shape.TENSOR) && !result.equals(Shape.MODEL)
                ? Optional.of(" per model")
                : Optional.empty();
    }

    private static String text(Term.ReduceTerm reduce) {
        List<String> texts = reduce.arguments().stream()
                .map(argument -> Complaints.quote(argument, "…"))
                .toList();
        return String.join(", ", texts);
    }

    /** What the reduction is of a single entry. */
    private static String same(Term.ReduceTerm reduce, String text) {
        return switch (reduce.word()) {
            case SUM, MEAN, AMAX, AMIN -> text;
            case NORM, NORM1, RMS -> isNorm(reduce.arguments().get(0)) ? text : "abs(" + text + ")";
            case DOT ->
                Complaints.quote(reduce.arguments().get(0), "…")
                        + " * "
                        + Complaints.quote(reduce.arguments().get(1), "…");
        };
    }

    private static boolean isNorm(Term term) {
        return term instanceof Term.ReduceTerm reduce
                && switch (reduce.word()) {
                    case NORM, NORM1, RMS -> true;
                    case SUM, MEAN, AMAX, AMIN, DOT -> false;
                };
    }

    private static String word(ReductionWord word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
