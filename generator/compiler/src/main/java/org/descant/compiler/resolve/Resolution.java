package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.descant.compiler.model.CallSites;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.pass.Draft;
import org.descant.compiler.resolve.pass.Unresolvable;
import org.descant.compiler.resolve.text.Errors;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Equation;

/** One run of the stage: what all its parts share. */
final class Resolution implements Errors {
    private static final int DEPTH_LIMIT = 600;

    final Diagnostics diagnostics;
    final Draft draft = new Draft(this::failed);
    final Assembler assembler = new Assembler(draft);
    final Memory memory = new Memory(draft);
    final RuleSpecs specs = new RuleSpecs(this);
    final Applications applications = new Applications(this);
    final Map<String, RuleInstance> instances = new HashMap<>();
    final IdentityHashMap<Declaration, StateCount> counts = new IdentityHashMap<>();
    /** What is asked when everything is written and nothing is wrong: a name that is misspelt is not one that nobody needs. */
    final List<Lints> lints = new ArrayList<>();

    final Map<String, String> chosen;
    private final IdentityHashMap<Equation, String> lines = new IdentityHashMap<>();
    private final IdentityHashMap<Declaration, Boolean> checked = new IdentityHashMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    /** The applications that are being written out. */
    private final List<ModelCall> open = new ArrayList<>();

    private boolean failed;
    private int depth;

    /** The text that is compiled; warnings are for its author. */
    final SourceText main;

    Resolution(SourceText main, Diagnostics diagnostics, Map<String, String> chosen) {
        this.main = main;
        this.diagnostics = diagnostics;
        this.chosen = chosen;
    }

    /** One level further into expressions and the parts that they apply. */
    void enter() {
        depth++;
        if (depth > DEPTH_LIMIT) {
            throw new Unresolvable("with its parts written out, the rule is nested more than " + DEPTH_LIMIT + " deep");
        }
    }

    void leave() {
        depth--;
    }

    /** Begins to write out what an application stands for. */
    void begin(ModelCall call) {
        open.add(call);
    }

    /** Ends what was begun last. */
    void end() {
        open.remove(open.size() - 1);
    }

    /** An equation as one line; a part that is applied often is printed once. */
    String line(Equation equation) {
        return lines.computeIfAbsent(equation, SourceLine::of);
    }

    /** Whether a body is met for the first time, so that its text is checked once however often it is applied. */
    boolean isNew(Declaration declaration) {
        return checked.put(declaration, true) == null;
    }

    /** Whether this run found an error; others may have been reported before it began. */
    boolean failed() {
        return failed;
    }

    /** Whether an error was reported inside this stretch of text, so that what follows from it is not reported again. */
    boolean failedAt(Span span) {
        return diagnostics.all().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .flatMap(found -> Stream.concat(
                        Stream.of(found.span()), found.notes().stream().map(Diagnostic.Note::span)))
                .anyMatch(found -> found.source().equals(span.source())
                        && found.start() >= span.start()
                        && found.end() <= span.end());
    }

    /** Notes that an error was reported for this run elsewhere. */
    void fail() {
        failed = true;
    }

    @Override
    public SourceText main() {
        return main;
    }

    @Override
    public Term error(Span span, String message) {
        return error(Diagnostic.error(span, message));
    }

    @Override
    public Term error(Span span, String message, String suggestion) {
        return error(Diagnostic.error(span, message, suggestion));
    }

    /** Reports an error that has nothing to do with how the part is applied in which it stands. */
    void errorInPlace(Span span, String message) {
        failed = true;
        diagnostics.report(Diagnostic.error(span, message));
    }

    /**
     * What is wrong inside a part only as it is applied is reported there; what is wrong with it anyway has been reported. So it is with
     * what stands in a file of others, but a rule of the same file is checked by itself.
     */
    private Term error(Diagnostic found) {
        failed = true;
        Span span = found.span();
        Optional<CallSites.Site> site = new CallSites(open)
                .around(span, "")
                .filter(applied -> !applied.inner().rule() || !span.source().equals(main));
        if (site.isEmpty()) {
            diagnostics.report(found);
        } else if (!diagnostics.all().contains(found)) {
            diagnostics.report(site.get().report(span, found.message(), found.suggestion()));
        }
        return new Term.NumberTerm(0, span);
    }

    /** Warns the author; what the files of others leave to be wished for is not reported here. */
    void warn(Span span, String message, String suggestion) {
        if (!span.source().equals(main)) {
            return;
        }
        warnings.add(Diagnostic.warning(span, message, suggestion));
    }

    /** Reports the warnings of this run: none where there is an error, which they would only bury. */
    void reportWarnings() {
        if (!failed) {
            warnings.forEach(diagnostics::report);
        }
    }
}
