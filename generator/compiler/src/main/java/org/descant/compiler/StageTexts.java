package org.descant.compiler;

import java.util.stream.Collectors;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.model.ModelPrinter;
import org.descant.compiler.plan.PlanPrinter;
import org.descant.compiler.rewrite.Rewritten;
import org.descant.grammar.format.FilePrinter;

/** What each stage of the {@link Pipeline} made, as text; the stage must have been reached. */
final class StageTexts {
    private StageTexts() {}

    static String syntax(Compilation compilation) {
        return FilePrinter.print(compilation.file().orElseThrow().syntax());
    }

    /** Every equation under its unique name, in order. */
    static String model(Compilation compilation) {
        return ModelPrinter.print(compilation.model().orElseThrow());
    }

    /** What varies with what. */
    static String shapes(Compilation compilation) {
        EquationSystem system = compilation.system().orElseThrow();
        StringBuilder out = new StringBuilder();
        system.states().forEach(state -> out.append(line("state " + state.name(), state.shape())));
        system.equations()
                .forEach(equation -> out.append(
                        line(equation.target().name(), equation.target().shape())));
        return out.toString();
    }

    private static String line(String name, Shape shape) {
        return "%-24s %s\n".formatted(name, shape.label());
    }

    static String system(Compilation compilation) {
        return Printer.print(compilation.system().orElseThrow());
    }

    static String rewritten(Compilation compilation) {
        Rewritten rewritten = compilation.rewritten().orElseThrow();
        return rewritten.applied().entrySet().stream()
                .map(rewrite -> rewrite.getKey() + ": " + rewrite.getValue() + " times\n")
                .collect(Collectors.joining("", "", Printer.print(rewritten.system())));
    }

    static String plan(Compilation compilation) {
        return compilation
                .schedulePlan()
                .map(PlanPrinter::print)
                .orElseGet(() -> PlanPrinter.print(compilation.executionPlan().orElseThrow()));
    }

    static String java(Compilation compilation) {
        return compilation.source().map(JavaSource::text).orElseThrow();
    }

    /** The methods of the class and the bytes of their code. */
    static String classes(Compilation compilation) {
        return compilation.classes().orElseThrow().methodSizes().entrySet().stream()
                .map(method -> "%6d bytes  %s\n".formatted(method.getValue(), method.getKey()))
                .collect(Collectors.joining());
    }
}
