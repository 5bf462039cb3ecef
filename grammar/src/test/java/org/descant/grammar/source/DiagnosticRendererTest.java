package org.descant.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    private static final DiagnosticRenderer PLAIN = new DiagnosticRenderer(false);

    @Test
    void error_showsPlaceLineCaretsAndSuggestion() {
        SourceText source = new SourceText("rules/adam.opt", "optimizer A(w, g) {\n  w[t] = w - g\n}\n");

        assertThat(PLAIN.render(Diagnostic.error(
                        span(source, "w -", 1), "'w' is the value after this step", "did you mean w[t-1]?")))
                .isEqualTo("""
                        rules/adam.opt:2:10: error: 'w' is the value after this step
                              w[t] = w - g
                                     ^
                          = did you mean w[t-1]?
                        """);
    }

    @Test
    void note_showsItsOwnPlaceBehindTheSuggestion() {
        SourceText source = new SourceText("a.opt", "x = f(1)");
        SourceText part = new SourceText("part.opt", "def f(x) = norm(x)");
        Diagnostic error = Diagnostic.error(span(source, "f(1)", 4), "f cannot take a number", "pass g")
                .with(new Diagnostic.Note(span(part, "norm(x)", 7), "in the def 'f'"));

        assertThat(PLAIN.render(error)).isEqualTo("""
                        a.opt:1:5: error: f cannot take a number
                            x = f(1)
                                ^^^^
                          = pass g
                        part.opt:1:12: note: in the def 'f'
                            def f(x) = norm(x)
                                       ^^^^^^^
                        """);
    }

    @Test
    void warning_isCalledOne() {
        SourceText source = new SourceText("a.opt", "x = sqrt(y)");

        assertThat(PLAIN.render(Diagnostic.warning(span(source, "sqrt(y)", 7), "y can be negative", "write max(y, 0)")))
                .startsWith("a.opt:1:5: warning: y can be negative\n");
    }

    @Test
    void severalLines_areMarkedOnTheFirst() {
        SourceText source = new SourceText("a.opt", "x = (a\n  + b)\n");

        assertThat(PLAIN.render(Diagnostic.error(span(source, "(a\n  + b)", 9), "wrong")))
                .isEqualTo("""
                        a.opt:1:5: error: wrong
                            x = (a
                                ^^
                        """);
    }

    @Test
    void tabsAndMarks_keepTheCaretsInPlace() {
        SourceText source = new SourceText("a.opt", "\tm\u0302 =\t𝛽 + v̂x\r\n");

        assertThat(PLAIN.render(Diagnostic.error(span(source, "v̂x", 3), "wrong")))
                .isEqualTo("a.opt:1:11: error: wrong\n    \tm\u0302 =\t𝛽 + v̂x\n    \t   \t    ^^\n");
    }

    @Test
    void longLine_isCutAroundTheCarets() {
        SourceText source = new SourceText("a.opt", "x = " + "g + ".repeat(1000) + "2x" + " + g".repeat(1000));

        String text = PLAIN.render(Diagnostic.error(span(source, "2x", 2), "wrong"));

        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).isEqualTo("a.opt:1:4005: error: wrong");
        assertThat(lines.get(1))
                .startsWith("    … ")
                .endsWith(" …")
                .hasSizeLessThan(140)
                .contains("g + 2x + g");
        assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("2x"));
    }

    @Test
    void hiddenCharacters_areNotSentToTheTerminal() {
        SourceText source = new SourceText("a\u001b[31m.opt", "x = \u001b[2J\u202e\u0000 1");

        String text = PLAIN.render(Diagnostic.error(source.span(), "the name \u001b is bad", "\u0007"));

        assertThat(text).doesNotContain("\u001b", "\u202e", "\u0000", "\u0007");
    }

    @Test
    void emptyLine_isNotShown() {
        SourceText source = new SourceText("a.opt", "x =\n");

        assertThat(PLAIN.render(Diagnostic.error(new Span(source, 4, 4), "wrong")))
                .isEqualTo("a.opt:2:1: error: wrong\n");
        assertThat(PLAIN.render(Diagnostic.error(new SourceText("b.opt", "").span(), "wrong")))
                .isEqualTo("b.opt:1:1: error: wrong\n");
    }

    @Test
    void list_isInTheOrderOfTheText() {
        SourceText b = new SourceText("b.opt", "1 2 3");
        SourceText a = new SourceText("a.opt", "1 2 3");

        String text = PLAIN.render(List.of(
                Diagnostic.error(span(b, "3", 1), "third"),
                Diagnostic.error(span(b, "2", 1), "second"),
                Diagnostic.error(span(a, "3", 1), "first")));

        assertThat(text).isEqualTo("""
                        a.opt:1:5: error: first
                            1 2 3
                                ^

                        b.opt:1:3: error: second
                            1 2 3
                              ^

                        b.opt:1:5: error: third
                            1 2 3
                                ^
                        """);
    }

    @Test
    void colours_areUsedWhenAskedFor() {
        SourceText source = new SourceText("a.opt", "x");

        assertThat(new DiagnosticRenderer(true).render(Diagnostic.error(source.span(), "wrong", "write y")))
                .isEqualTo("""
                        \u001b[1ma.opt:1:1:\u001b[0m \u001b[1;31merror:\u001b[0m wrong
                            x
                            \u001b[31m^\u001b[0m
                          = \u001b[36mwrite y\u001b[0m
                        """);
    }

    private static Span span(SourceText source, String first, int length) {
        int start = source.text().indexOf(first);
        return new Span(source, start, start + length);
    }
}
