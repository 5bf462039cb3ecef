package org.descant.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.parse.explain.ItemRecovery;
import org.descant.grammar.parse.explain.SplitLines;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.BindingContext;
import org.descant.grammar.parse.token.DescantParser.BindingsContext;
import org.descant.grammar.parse.token.DescantParser.BodyContext;
import org.descant.grammar.parse.token.DescantParser.EquationContext;
import org.descant.grammar.parse.token.DescantParser.HyperContext;
import org.descant.grammar.parse.token.DescantParser.IntervalContext;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.DescantParser.OutputContext;
import org.descant.grammar.parse.token.DescantParser.RulePartContext;
import org.descant.grammar.parse.token.DescantParser.StateContext;
import org.descant.grammar.parse.token.DescantParser.ValueContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.Interval;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleParameter;
import org.descant.grammar.syntax.StateDeclaration;
import org.jspecify.annotations.Nullable;

/** What stands in a body, as records. Items with a syntax error are left out. */
final class ItemReader {
    private final Spans spans;
    private final WordReader words;
    private final ExpressionReader expressions;
    private final DocReader docs;
    private final SplitLines lines;
    private final ItemRecovery recovery;

    ItemReader(
            Spans spans,
            WordReader words,
            ExpressionReader expressions,
            DocReader docs,
            SplitLines lines,
            ItemRecovery recovery) {
        this.spans = spans;
        this.lines = lines;
        this.words = words;
        this.expressions = expressions;
        this.docs = docs;
        this.recovery = recovery;
    }

    List<BodyItem> body(BodyContext context) {
        List<BodyItem> items = new ArrayList<>();
        for (ItemContext item : context.item()) {
            if (!recovery.isBroken(item)) {
                items.add(item(item));
            }
        }
        return items;
    }

    List<Argument> bindings(@Nullable BindingsContext context) {
        return context == null
                ? List.of()
                : context.binding().stream().map(this::binding).toList();
    }

    private Argument binding(BindingContext context) {
        boolean fixes = context.getChild(1).getText().equals(":");
        return new Argument(
                Optional.of(words.name(context.name())), fixes, expressions.value(context.value()), spans.of(context));
    }

    private BodyItem item(ItemContext context) {
        Optional<Doc> doc = docs.of(context);
        Span span = spans.of(context);
        if (context.hyper() != null) {
            return hyper(context.hyper(), doc, span);
        } else if (context.option() != null) {
            DescantParser.OptionContext option = context.option();
            return new OptionDeclaration(doc, words.own(option.name()), expressions.value(option.value()), span);
        } else if (context.state() != null) {
            return state(context.state(), doc, span);
        } else if (context.input() != null) {
            DescantParser.InputContext input = context.input();
            return new InputDeclaration(doc, words.own(input.name()), words.shape(input.shape()), span);
        } else if (context.rulePart() != null) {
            RulePartContext rule = context.rulePart();
            return new RuleParameter(
                    doc, words.own(rule.name(0)), words.name(rule.name(1)), bindings(rule.bindings()), span);
        } else if (context.matrixView() != null) {
            return new MatrixView(span);
        } else if (context.output() != null) {
            OutputContext output = context.output();
            return new OutputDeclaration(doc, words.own(output.name()), optional(output.value()), span);
        } else if (context.result() != null) {
            return new Return(expressions.value(context.result().value()), span);
        }
        return equation(context.equation(), doc, span);
    }

    private HyperDeclaration hyper(HyperContext context, Optional<Doc> doc, Span span) {
        Optional<Interval> range = Optional.ofNullable(context.interval()).map(this::interval);
        return new HyperDeclaration(doc, words.own(context.name()), optional(context.value()), range, span);
    }

    private Interval interval(IntervalContext context) {
        boolean lowOpen = context.getStart().getType() == DescantParser.OPEN;
        boolean highOpen = context.getStop().getType() == DescantParser.CLOSE;
        return new Interval(
                expressions.value(context.value(0)),
                lowOpen,
                expressions.value(context.value(1)),
                highOpen,
                spans.of(context));
    }

    private StateDeclaration state(StateContext context, Optional<Doc> doc, Span span) {
        return new StateDeclaration(
                doc,
                words.own(context.name()),
                words.shape(context.shape()),
                words.storage(context.storage()),
                expressions.value(context.value()),
                span);
    }

    private Equation equation(EquationContext context, Optional<Doc> doc, Span span) {
        lines.check(context);
        return new Equation(
                doc,
                words.own(context.name()),
                Optional.ofNullable(context.index()).map(expressions::index),
                expressions.value(context.value()),
                Optional.ofNullable(context.disjunction()).map(expressions::disjunction),
                span);
    }

    private Optional<Expression> optional(@Nullable ValueContext context) {
        return Optional.ofNullable(context).map(expressions::value);
    }
}
