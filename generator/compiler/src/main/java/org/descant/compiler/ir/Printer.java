package org.descant.compiler.ir;

import java.util.Locale;

/**
 * Writes an equation system as text, one part a line. It is for people: {@code explain --stage ir} shows it, and failing tests of later
 * stages do.
 */
public final class Printer {
    private final StringBuilder out = new StringBuilder();
    private final ExpressionPrinter expressions;

    private Printer(EquationSystem system) {
        this.expressions = new ExpressionPrinter(system.weight().name());
    }

    /** The whole system. */
    public static String print(EquationSystem system) {
        Printer printer = new Printer(system);
        printer.declarations(system);
        printer.equations(system);
        return printer.out.toString();
    }

    /** One expression of a system whose parameter is {@code w}. */
    public static String print(Expr expr) {
        return new ExpressionPrinter("w").print(expr);
    }

    private void declarations(EquationSystem system) {
        line("system " + system.name());
        for (Hyper hyper : system.hypers()) {
            line("  hyper " + hyper.name() + " = " + ExpressionPrinter.number(hyper.defaultValue())
                    + (hyper.range().equals(Range.ALL)
                            ? ""
                            : " in " + hyper.range().text())
                    + (hyper.perGroup() ? "" : ", one for all groups"));
        }
        for (OptionValue option : system.options()) {
            line("  option " + option.name() + " = " + option.value());
        }
        for (Input input : system.inputs()) {
            line("  input " + input.name() + ": " + shape(input.shape(), input.view()));
        }
        for (State state : system.states()) {
            line("  state " + state.name() + ": " + shape(state.shape(), state.view()) + storage(state) + ", "
                    + lower(state.kind()) + ", starts at " + expressions.print(state.start()) + when(state.clock()));
        }
        for (Evaluation evaluation : system.evaluations()) {
            line("  gradient " + evaluation.index() + " at " + expressions.print(evaluation.point())
                    + when(evaluation.clock()));
        }
    }

    private void equations(EquationSystem system) {
        for (Equation equation : system.equations()) {
            Variable target = equation.target();
            String kind = target.kind() == Kind.BOOLEAN ? "condition " : "";
            line("  " + target.name() + ": " + kind + shape(target.shape(), target.view()) + " = "
                    + expressions.print(equation.value()) + when(equation.clock()));
        }
        for (RangeCheck check : system.checks()) {
            line("  check " + check.name() + ": " + expressions.print(check.value()) + " in "
                    + check.range().text() + when(check.clock()));
        }
        for (Update update : system.updates()) {
            line("  next " + update.state().name() + " = " + expressions.print(update.next()));
        }
        for (Output output : system.outputs()) {
            line("  output " + output.name() + " = " + output.state().name());
        }
        line("  result " + system.weight().name());
    }

    private static String shape(Shape shape, View view) {
        return shape.label() + (shape.hasView() && view == View.LAST ? " (matrix last)" : "");
    }

    private static String storage(State state) {
        return state.storage() == Storage.NATIVE ? "" : " as " + lower(state.storage());
    }

    private static String when(Clock clock) {
        return clock.isBase() ? "" : " when " + String.join(" and ", clock.conditions());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
