package org.descant.compiler.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.text.Functions;
import org.descant.grammar.parse.UnreadText;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.Span;

/**
 * Reports what is wrong with the readable part of a file that has syntax errors. A mistake is reported only if it speaks of no name that
 * occurs in a gap of the tree: what is missing may stand there, and an error that vanishes with another one only distracts.
 */
public final class CheckReadable {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final LoadedFile file;
    private final Set<String> unread;

    private CheckReadable(LoadedFile file, UnreadText gaps) {
        this.file = file;
        this.unread = new HashSet<>(gaps.names());
        unread.removeIf(name -> name.equals("t") || Functions.isKnown(name));
    }

    /**
     * Adds to the errors that reading a file has found. Where imports are missing or broken, nothing can be said.
     *
     * @return the optimizers whose equations, as far as they could be read, mean what they will mean when the errors are mended
     */
    public static List<String> check(LoadedFile file, Diagnostics diagnostics) {
        List<Diagnostic> found = diagnostics.all();
        UnreadText gaps = UnreadText.of(file.syntax(), found);
        if (!gaps.isBounded() || found.stream().anyMatch(each -> concernsImports(each, file))) {
            return List.of();
        }
        Diagnostics all = new Diagnostics();
        Resolver.check(file, all);
        CheckReadable check = new CheckReadable(file, gaps);
        all.all().stream().filter(check::isCertain).forEach(diagnostics::report);
        return gaps.hidesMeaning() ? List.of() : Resolver.optimizers(file);
    }

    private static boolean concernsImports(Diagnostic found, LoadedFile file) {
        Span at = found.span();
        return !at.source().equals(file.source())
                || file.syntax().imports().stream().anyMatch(line -> line.span().equals(at));
    }

    private boolean isCertain(Diagnostic found) {
        if (found.severity() != Severity.ERROR || !found.span().source().equals(file.source())) {
            return false;
        }
        Set<String> named = UnreadText.namesIn(found.span().text());
        Matcher quoted = QUOTED.matcher(found.message());
        while (quoted.find()) {
            named.addAll(UnreadText.namesIn(quoted.group(1)));
        }
        found.suggestion()
                .filter(text -> !text.startsWith("did you mean"))
                .ifPresent(text -> named.addAll(UnreadText.namesIn(text)));
        return named.stream().noneMatch(unread::contains);
    }
}
