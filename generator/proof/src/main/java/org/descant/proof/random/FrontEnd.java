package org.descant.proof.random;

import java.util.Map;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;

/** The way from the text of a grown rule to its equations, through everything that a text of an author goes through. */
final class FrontEnd {
    private final Compilation compilation;

    FrontEnd(RandomRule rule) {
        RuleCompiler compiler = Descant.compiler().rule(rule.rule());
        for (Map.Entry<String, String> option : rule.options().entrySet()) {
            compiler = compiler.option(option.getKey(), option.getValue());
        }
        compilation = compiler.run(new SourceText("random.opt", rule.text()), "ir");
    }

    Optional<EquationSystem> system() {
        return compilation.hasErrors() ? Optional.empty() : compilation.system();
    }

    /** That the text was refused, and why: a grown rule has no errors. */
    Verdict refusal() {
        String first = compilation.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(Diagnostic::message)
                .findFirst()
                .orElse("");
        return Verdict.wrong(
                "refused: " + first,
                "the front end refuses the rule:\n" + new DiagnosticRenderer(false).render(compilation.diagnostics()),
                "");
    }
}
