package org.descant.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.grammar.source.SourceText;

/**
 * One optimizer or schedule that a command line asks for.
 *
 * @param name its name in the text; none where the text defines none
 */
record ChosenRule(RuleArgument argument, Product product, Optional<String> name) {
    /** Takes it through the stages of the compiler up to the one of that name, or the first that finds an error. */
    Compilation run(RuleCompiler compiler, String stage) {
        RuleCompiler told = told(compiler);
        Optional<Path> file = argument.file();
        SourceText text = argument.source();
        return file.isPresent() ? told.run(file.get(), stage) : told.run(text, stage);
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
