package org.descant.compiler.resolve;

import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.resolve.pass.Constants;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.OptionDeclaration;

/** Defaults and choices of options. */
final class Options {
    private Options() {}

    static OptionRequest request(Resolution run, OptionDeclaration declaration) {
        Span at = declaration.defaultValue().span();
        Term value = constant(run, Derivations.constant(run, declaration.defaultValue()), at);
        String doc = declaration.doc().map(Doc::text).orElse("");
        return new OptionRequest(
                declaration.name().text(), doc, value, declaration.name().span());
    }

    private static Term constant(Resolution run, Term term, Span at) {
        Optional<Boolean> truth = Constants.truth(term);
        if (truth.isPresent()) {
            return new TruthTerm(truth.get(), at);
        }
        OptionalDouble number = Constants.number(term);
        if (number.isEmpty() || number.getAsDouble() != Math.rint(number.getAsDouble())) {
            return run.failedAt(at) ? term : run.error(at, "an option is true, false or an integer");
        }
        if (Math.abs(number.getAsDouble()) > OptionValue.LARGEST) {
            return run.failedAt(at) ? new NumberTerm(0, at) : run.error(at, "an option is " + OptionValue.INTEGER);
        }
        return new NumberTerm(number.getAsDouble(), at);
    }

    /** A value that a call or a derivation gives. */
    static Term fixed(Resolution run, OptionRequest request, Term term, Span at) {
        Term value = constant(run, term, at);
        boolean truth = request.defaultValue() instanceof TruthTerm;
        if (truth != value instanceof TruthTerm && !run.failedAt(at)) {
            return run.error(at, "the option '" + request.name() + "' is " + (truth ? "true or false" : "an integer"));
        }
        return value;
    }

    /** An option of the rule that is compiled: what was chosen, or the default. */
    static Term register(Resolution run, OptionRequest request) {
        String standard = text(request.defaultValue());
        String chosen = run.chosen.getOrDefault(request.name(), standard);
        OptionValue option = new OptionValue(request.name(), request.doc(), standard, chosen);
        run.draft.options().putIfAbsent(request.name(), option);
        if (!option.takes(chosen)) {
            String message = "the option '" + request.name() + "' is " + option.expected(chosen);
            return run.error(request.span(), message + ", and '" + chosen + "' was chosen");
        }
        return option.isTruth()
                ? new TruthTerm(chosen.equals("true"), request.span())
                : new NumberTerm(Integer.parseInt(chosen), request.span());
    }

    private static String text(Term value) {
        return value instanceof NumberTerm number
                ? String.valueOf((int) number.value())
                : String.valueOf(value instanceof TruthTerm truth && truth.value());
    }
}
