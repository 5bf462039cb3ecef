package org.descant.compiler;

import java.util.List;

/** The stages of the compiler, in order: all that happens between a text and a class. */
public final class Pipeline {
    public static final List<Stage> STAGES = List.of(
            new Stage("parse", "text to syntax trees", Compilation::parse, StageTexts::syntax),
            new Stage("resolve", "names looked up, parts written out", Compilation::resolve, StageTexts::model),
            new Stage("shape", "what every value varies with", Compilation::shape, StageTexts::shapes),
            new Stage("ir", "the equation system, verified", Compilation::verify, StageTexts::system),
            new Stage("rewrite", "folded, shared, hoisted, dropped", Compilation::rewrite, StageTexts::rewritten),
            new Stage("plan", "phases, sweeps and loops", Compilation::plan, StageTexts::plan),
            new Stage("emit", "Java", Compilation::emit, StageTexts::java),
            new Stage("compile", "class files", Compilation::compile, StageTexts::classes));

    private Pipeline() {}

    /**
     * Runs the stages up to the one of that name, that included, or to the first that reports an error.
     *
     * @throws IllegalArgumentException if no stage has that name
     */
    static void run(Compilation compilation, String last) {
        String end = stage(last).name();
        for (Stage stage : STAGES) {
            if (!stage.work().test(compilation) || stage.name().equals(end)) {
                return;
            }
        }
    }

    /**
     * The stage of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Stage stage(String name) {
        return STAGES.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stage '" + name + "'; there are "
                        + String.join(", ", STAGES.stream().map(Stage::name).toList())));
    }
}
