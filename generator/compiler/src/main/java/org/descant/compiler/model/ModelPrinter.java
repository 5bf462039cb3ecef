package org.descant.compiler.model;

import java.util.Locale;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;

/** Writes a resolved rule as text, one part a line: what {@code explain --stage resolve} shows. */
public final class ModelPrinter {
    private final StringBuilder out = new StringBuilder();

    private ModelPrinter() {}

    /** The whole rule. */
    public static String print(RuleModel model) {
        ModelPrinter printer = new ModelPrinter();
        printer.rule(model);
        return printer.out.toString();
    }

    private void rule(RuleModel model) {
        line("rule " + model.name());
        model.hypers().forEach(hyper -> line("  hyper " + hyper.name() + " = " + hyper.defaultValue() + range(hyper)));
        model.options().forEach(option -> line("  option " + option.name() + " = " + option.value()));
        model.inputs()
                .forEach(input -> line("  input " + input.name()
                        + input.per().map(word -> " per " + lower(word)).orElse("")));
        model.states().forEach(state -> line("  " + state(state)));
        model.evaluations()
                .forEach(evaluation -> line("  gradient " + evaluation.index() + " at "
                        + TermPrinter.print(evaluation.point()) + when(evaluation.clock())));
        model.equations()
                .forEach(equation -> line("  " + equation.name() + " = " + TermPrinter.print(equation.value())
                        + view(equation.view()) + when(equation.clock())));
        model.checks()
                .forEach(check -> line("  check " + check.name() + ": " + TermPrinter.print(check.value()) + " in "
                        + check.range().text() + when(check.clock())));
        model.outputs().forEach(output -> line("  output " + output.name() + " is " + output.state()));
        line("  result " + model.weight());
    }

    private static String state(ModelState state) {
        return lower(state.kind()) + " " + state.name()
                + state.limit().map(word -> " per " + lower(word)).orElse("")
                + (state.storage() == Storage.NATIVE ? "" : " as " + lower(state.storage()))
                + ": starts " + TermPrinter.print(state.start())
                + ", next " + TermPrinter.print(state.next())
                + view(state.view())
                + when(state.clock());
    }

    private static String range(Hyper hyper) {
        return hyper.range().equals(Range.ALL) ? "" : " in " + hyper.range().text();
    }

    private static String view(View view) {
        return view == View.LAST ? " (matrix last)" : "";
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
