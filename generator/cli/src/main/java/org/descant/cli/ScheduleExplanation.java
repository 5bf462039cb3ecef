package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.Compilation;
import org.descant.compiler.Pipeline;
import org.descant.compiler.Stage;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;

/** A schedule told to a person: what it is, what can be set, and its equations. */
final class ScheduleExplanation {
    private static final String INDENT = "  ";

    private final EquationSystem system;
    private final Optional<JavaSource> java;
    private final List<String> lines = new ArrayList<>();

    /** @param compilation taken at least to the equation system */
    ScheduleExplanation(Compilation compilation) {
        this.system = compilation.system().orElseThrow();
        this.java = compilation.source();
    }

    List<String> lines() {
        lines.add(system.name() + ", a schedule from "
                + system.origin().span().source().name());
        system.doc().lines().forEach(line -> lines.add(INDENT + line));
        if (!system.hypers().isEmpty()) {
            lines.add("");
            lines.addAll(parameters().lines());
        }
        lines.add("");
        lines.add("equation");
        system.equations().stream()
                .map(equation -> equation.origin().text())
                .distinct()
                .forEach(lines::add);
        lines.add("");
        java.ifPresent(
                source -> lines.add("Its Java has " + source.text().lines().count() + " lines."));
        lines.add("--stage shows what a stage of the compiler made of it: "
                + Pipeline.STAGES.stream().map(Stage::name).collect(Collectors.joining(", ")) + ".");
        return lines;
    }

    private Table parameters() {
        Table table = new Table("parameter", ">default", "");
        for (Hyper parameter : system.hypers()) {
            boolean isGiven = !Double.isNaN(parameter.defaultValue());
            table.add(
                    parameter.name(),
                    isGiven ? Numbers.plain(parameter.defaultValue()) : "none",
                    isGiven ? "" : "it must be set");
        }
        return table;
    }
}
