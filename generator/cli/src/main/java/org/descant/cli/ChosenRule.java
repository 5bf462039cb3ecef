package org.descant.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;

/**
 * One optimizer or schedule that a command line asks for.
 *
 * @param read the text as it was read, once for all its rules
 * @param name its name in the text; none where the text defines none
 */
record ChosenRule(RuleArgument argument, Compilation read, Product product, Optional<String> name) {
    /** Takes it through the stages of the compiler up to the one of that name, or the first that finds an error. */
    Compilation run(RuleCompiler compiler, String stage) {
        return told(compiler).run(read, stage);
    }

    /** Compiles an optimizer to a class. */
    CompiledRule compile(RuleCompiler compiler) {
        RuleCompiler told = told(compiler);
        Optional<Path> file = argument.file();
        return file.isPresent() ? told.compile(file.get()) : told.compile(argument.source());
    }

    private RuleCompiler told(RuleCompiler compiler) {
        return switch (product) {
            case OPTIMIZER -> name.map(compiler::rule).orElse(compiler);
            case SCHEDULE -> name.map(compiler::schedule).orElse(compiler);
        };
    }
}
