package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.Pipeline;
import org.descant.compiler.Stage;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.plan.ComputedOutput;
import org.descant.compiler.plan.Plan;

/** A rule told to a person: what it is, what can be set, its equations with their shapes, and what it remembers at what cost. */
final class Explanation {
    private static final String INDENT = "  ";

    private final EquationSystem system;
    private final List<State> states;
    private final Set<String> computed;
    private final Optional<Plan> plan;
    private final Optional<JavaSource> java;
    private final List<String> lines = new ArrayList<>();

    /** @param compilation taken at least to the equation system */
    Explanation(Compilation compilation) {
        this.system = compilation.system().orElseThrow();
        this.plan = compilation.executionPlan();
        this.states = plan.map(Plan::system)
                .or(compilation::rewrittenSystem)
                .orElse(system)
                .states();
        this.computed = plan.stream()
                .flatMap(each -> each.computed().stream())
                .map(ComputedOutput::name)
                .collect(Collectors.toSet());
        this.java = compilation.source();
    }

    List<String> lines() {
        lines.add(system.name() + ", from " + system.origin().span().source().name());
        system.doc().lines().forEach(line -> lines.add(INDENT + line));
        hyperparameters();
        options();
        inputs();
        equations();
        states();
        gradients();
        plan.ifPresent(each -> lines.addAll(StepPasses.of(each)));
        java();
        return lines;
    }

    private void hyperparameters() {
        Table table = new Table("hyperparameter", ">default", "range", "");
        for (Hyper hyper : system.hypers()) {
            String where = hyper.perGroup() ? "" : "one for all groups";
            table.add(
                    hyper.name(),
                    Numbers.plain(hyper.defaultValue()),
                    hyper.range().equals(Range.ALL) ? "" : hyper.range().text(),
                    note(hyper.doc(), where));
        }
        section(table, system.hypers().isEmpty());
    }

    private void options() {
        Table table = new Table("option", "value", "");
        for (OptionValue option : system.options()) {
            boolean chosen = !option.value().equals(option.defaultValue());
            table.add(option.name(), option.value(), note(option.doc(), chosen ? "chosen" : ""));
        }
        section(table, system.options().isEmpty());
    }

    private void inputs() {
        Table table = new Table("input", "shape");
        for (Input input : system.inputs()) {
            table.add(input.name(), input.shape().label());
        }
        section(table, system.inputs().isEmpty());
    }

    private void equations() {
        Table table = new Table("equation", "shape");
        for (Equation equation : system.equations()) {
            table.add(equation.origin().text(), equation.target().shape().label());
        }
        section(table, false);
    }

    private void states() {
        Table table = new Table("state", "shape", "starts as", "because");
        for (State state : states) {
            table.add(state.name(), state.shape().label(), start(state), reason(state.kind()));
        }
        section(table, states.isEmpty());
        lines.add("");
        lines.addAll(StateCost.lines(states));
        plan.ifPresent(each -> lines.addAll(StateCost.spared(each.variants())));
    }

    private static String start(State state) {
        // Before the first step, the value before the step is w[0].
        return Printer.print(state.start()).replace("w[t-1]", "w[0]");
    }

    private static String reason(StateKind kind) {
        return switch (kind) {
            case DECLARED -> "the rule declares it";
            case HISTORY -> "the rule reads this past";
            case ORIGIN -> "the rule reads w[0]";
            case CLOCK -> "it counts the steps of an application";
            case HELD -> "an application rests between its steps";
            case OUTPUT -> "an output is read after the step";
        };
    }

    private void gradients() {
        int evaluations = system.evaluations().size();
        lines.add("A step takes " + (evaluations == 1 ? "one gradient" : evaluations + " gradients")
                + (system.usesLoss() ? " and the loss" : "") + ".");
        if (!system.outputs().isEmpty()) {
            lines.add(
                    "Outputs: " + system.outputs().stream().map(this::output).collect(Collectors.joining(", ")) + ".");
        }
    }

    private String output(Output output) {
        return computed.contains(output.name()) ? output.name() + " (computed when it is read)" : output.name();
    }

    private void java() {
        lines.add(
                java.isPresent()
                        ? "Its Java has " + java.get().text().lines().count() + " lines."
                        : "No Java can be generated of it yet; org.descant.compiler.interpret.Interpreter runs it.");
        lines.add("--stage shows what a stage of the compiler made of it: "
                + Pipeline.STAGES.stream().map(Stage::name).collect(Collectors.joining(", ")) + ".");
    }

    private void section(Table table, boolean empty) {
        if (!empty) {
            lines.add("");
            lines.addAll(table.lines());
        }
    }

    private static String note(String doc, String more) {
        String first = doc.lines().collect(Collectors.joining(" "));
        return first.isEmpty() || more.isEmpty() ? first + more : first + " (" + more + ")";
    }
}
