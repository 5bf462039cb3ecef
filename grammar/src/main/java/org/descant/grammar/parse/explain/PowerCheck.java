package org.descant.grammar.parse.explain;

import org.descant.grammar.parse.token.DescantParser.PowerContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/** Refuses {@code √v²}, which some read as the root of the square and some as the square of the root. */
public final class PowerCheck {
    private final Spans spans;
    private final Diagnostics diagnostics;

    public PowerCheck(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    public void check(PowerContext context) {
        if (context.base().ROOT() == null) {
            return;
        }
        String written = spans.of(context).text();
        int rootLength = spans.of(context.base()).text().length();
        String root = Stumble.brief(written.substring(0, rootLength));
        String radicand = Stumble.brief(spans.of(context.base().base()).text());
        String power = Stumble.brief(written.substring(rootLength)).strip();
        String all = Stumble.brief(written);
        diagnostics.report(Diagnostic.error(
                spans.of(context),
                "'" + all + "' can be read in two ways",
                "write √(" + radicand + power + ") or (" + root + ")" + power));
    }
}
