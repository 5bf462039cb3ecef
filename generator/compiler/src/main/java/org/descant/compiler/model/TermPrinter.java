package org.descant.compiler.model;

import java.util.List;
import java.util.Locale;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.DimensionTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;

/**
 * Writes terms as text: operators with all their parentheses, {@code previous(m)} for what a state held before the step, {@code
 * gradient(0)} for the gradient of an evaluation.
 */
public final class TermPrinter implements Term.Visitor<String> {
    private static final TermPrinter PRINTER = new TermPrinter();

    private TermPrinter() {}

    /** One term, without its place. */
    public static String print(Term term) {
        return term.accept(PRINTER);
    }

    private static String operand(Term term) {
        String text = print(term);
        return term instanceof ApplyTerm apply && !isCall(apply.operator()) ? "(" + text + ")" : text;
    }

    private static boolean isCall(Operator operator) {
        return Character.isLetter(operator.symbol().charAt(0)) && !isWord(operator);
    }

    private static boolean isWord(Operator operator) {
        return switch (operator) {
            case NOT, AND, OR, CHOOSE, CHOOSE_TRUTH -> true;
            default -> false;
        };
    }

    @Override
    public String visitNumber(NumberTerm number) {
        double value = number.value();
        return value == Math.rint(value) && Math.abs(value) < 1e9 && !isNegativeZero(value)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    @Override
    public String visitTruth(TruthTerm truth) {
        return Boolean.toString(truth.value());
    }

    @Override
    public String visitHyper(HyperTerm hyper) {
        return hyper.name();
    }

    @Override
    public String visitStep(StepTerm step) {
        return "t";
    }

    @Override
    public String visitVariable(VariableTerm variable) {
        return variable.name();
    }

    @Override
    public String visitPrevious(PreviousTerm previous) {
        return "previous(" + previous.state() + ")";
    }

    @Override
    public String visitWeight(WeightTerm weight) {
        return "weight";
    }

    @Override
    public String visitGradient(GradientTerm gradient) {
        return "gradient(" + gradient.evaluation() + ")";
    }

    @Override
    public String visitInput(InputTerm input) {
        return "input(" + input.name() + ")";
    }

    @Override
    public String visitLoss(LossTerm loss) {
        return "loss";
    }

    @Override
    public String visitDimension(DimensionTerm dimension) {
        return dimension.dimension().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitApply(ApplyTerm apply) {
        List<Term> operands = apply.operands();
        Operator operator = apply.operator();
        return switch (operator) {
            case CHOOSE, CHOOSE_TRUTH ->
                "if " + print(operands.get(0)) + " then " + operand(operands.get(1)) + " else "
                        + operand(operands.get(2));
            case NOT -> "not " + operand(operands.get(0));
            case NEGATE -> "-" + operand(operands.get(0));
            case SQUARE, CUBE, FOURTH -> operand(operands.get(0)) + operator.symbol();
            default ->
                isCall(operator)
                        ? operator.symbol() + "("
                                + String.join(
                                        ", ",
                                        operands.stream()
                                                .map(TermPrinter::print)
                                                .toList()) + ")"
                        : operand(operands.get(0)) + " " + operator.symbol() + " " + operand(operands.get(1));
        };
    }

    @Override
    public String visitReduce(ReduceTerm reduce) {
        String arguments = String.join(
                ", ", reduce.arguments().stream().map(TermPrinter::print).toList());
        String per = reduce.per()
                .map(word -> " per " + word.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return reduce.word().name().toLowerCase(Locale.ROOT) + "(" + arguments + per + ")";
    }
}
