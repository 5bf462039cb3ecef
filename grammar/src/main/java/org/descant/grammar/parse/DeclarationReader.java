package org.descant.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.descant.grammar.parse.explain.ItemRecovery;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.BodyContext;
import org.descant.grammar.parse.token.DescantParser.DeclarationContext;
import org.descant.grammar.parse.token.DescantParser.DefContext;
import org.descant.grammar.parse.token.DescantParser.FileContext;
import org.descant.grammar.parse.token.DescantParser.FormalContext;
import org.descant.grammar.parse.token.DescantParser.FormalsContext;
import org.descant.grammar.parse.token.DescantParser.ImportLineContext;
import org.descant.grammar.parse.token.DescantParser.OptimizerContext;
import org.descant.grammar.parse.token.DescantParser.ScheduleContext;
import org.descant.grammar.parse.token.DescantParser.ValueContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.Import;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.jspecify.annotations.Nullable;

/** A file and its declarations as records. Declarations whose head has a syntax error are left out. */
final class DeclarationReader {
    private final Spans spans;
    private final WordReader words;
    private final ExpressionReader expressions;
    private final ItemReader items;
    private final DocReader docs;
    private final ItemRecovery recovery;
    private final Spellings spellings;
    private final Diagnostics diagnostics;

    DeclarationReader(
            Spans spans,
            WordReader words,
            ExpressionReader expressions,
            ItemReader items,
            DocReader docs,
            ItemRecovery recovery,
            Spellings spellings,
            Diagnostics diagnostics) {
        this.spans = spans;
        this.words = words;
        this.expressions = expressions;
        this.items = items;
        this.docs = docs;
        this.recovery = recovery;
        this.spellings = spellings;
        this.diagnostics = diagnostics;
    }

    RuleFile file(FileContext context) {
        List<Import> imports = new ArrayList<>();
        for (ImportLineContext line : context.importLine()) {
            if (!recovery.isBroken(line)) {
                imports.add(importLine(line));
                checkPlace(line, context);
            }
        }
        List<Declaration> declarations = new ArrayList<>();
        for (DeclarationContext declaration : context.declaration()) {
            if (!recovery.isBroken(declaration)) {
                declarations.add(declaration(declaration));
            }
        }
        return new RuleFile(imports, declarations, spans.source().span());
    }

    private void checkPlace(ImportLineContext line, FileContext file) {
        if (!file.declaration().isEmpty()
                && file.declaration(0).getStart().getTokenIndex()
                        < line.getStart().getTokenIndex()) {
            diagnostics.report(Diagnostic.error(
                    spans.of(line), "an import stands below a declaration", "move it to the top of the file"));
        }
    }

    private Import importLine(ImportLineContext context) {
        String quoted = spans.of(context.STRING().getSymbol()).text();
        return new Import(quoted.substring(1, quoted.length() - 1), spans.of(context));
    }

    private Declaration declaration(DeclarationContext context) {
        spellings.begin();
        if (context.optimizer() != null) {
            return optimizer(context.optimizer());
        } else if (context.def() != null) {
            return def(context.def());
        }
        return schedule(context.schedule());
    }

    private Declaration optimizer(OptimizerContext context) {
        Optional<Doc> doc = doc(context, context.body());
        Name name = words.name(context.name());
        Span span = spans.of(context);
        if (context.derivation() != null) {
            Name base = words.name(context.derivation().name());
            return new DerivedOptimizer(
                    doc, name, base, items.bindings(context.derivation().bindings()), span);
        }
        List<DescantParser.NameContext> header = context.header().name();
        Optional<Name> gradient = header.size() > 1 ? Optional.of(words.own(header.get(1))) : Optional.empty();
        return new OptimizerDeclaration(
                doc, name, words.own(header.get(0)), gradient, items.body(context.body()), span);
    }

    private Declaration def(DefContext context) {
        return new DefDeclaration(
                doc(context, context.body()),
                words.name(context.name()),
                formals(context.formals()),
                body(context.body(), context.value()),
                context.body() == null,
                spans.of(context));
    }

    private Declaration schedule(ScheduleContext context) {
        return new ScheduleDeclaration(
                doc(context, context.body()),
                words.name(context.name()),
                formals(context.formals()),
                body(context.body(), context.value()),
                context.body() == null,
                spans.of(context));
    }

    /** A short form is a body of one result. */
    private List<BodyItem> body(@Nullable BodyContext body, @Nullable ValueContext value) {
        if (body != null) {
            return items.body(body);
        }
        Expression result = expressions.value(Objects.requireNonNull(value));
        return List.of(new Return(result, result.span()));
    }

    private List<FormalParameter> formals(FormalsContext context) {
        return context.formal().stream().map(this::formal).toList();
    }

    private FormalParameter formal(FormalContext context) {
        Optional<Expression> defaultValue = Optional.ofNullable(context.value()).map(expressions::value);
        return new FormalParameter(words.own(context.name()), defaultValue, spans.of(context));
    }

    private Optional<Doc> doc(ParserRuleContext context, @Nullable BodyContext body) {
        return docs.between(context.getStart(), body == null ? context.getStop() : body.getStart());
    }
}
