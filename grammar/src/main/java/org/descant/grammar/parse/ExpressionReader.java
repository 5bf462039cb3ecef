package org.descant.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.descant.grammar.parse.explain.PowerCheck;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.ArgumentsContext;
import org.descant.grammar.parse.token.DescantParser.BaseContext;
import org.descant.grammar.parse.token.DescantParser.CallContext;
import org.descant.grammar.parse.token.DescantParser.ComparisonContext;
import org.descant.grammar.parse.token.DescantParser.ConditionalContext;
import org.descant.grammar.parse.token.DescantParser.ConjunctionContext;
import org.descant.grammar.parse.token.DescantParser.DisjunctionContext;
import org.descant.grammar.parse.token.DescantParser.ExponentContext;
import org.descant.grammar.parse.token.DescantParser.GroupContext;
import org.descant.grammar.parse.token.DescantParser.IndexContext;
import org.descant.grammar.parse.token.DescantParser.NegationContext;
import org.descant.grammar.parse.token.DescantParser.NormContext;
import org.descant.grammar.parse.token.DescantParser.NumberContext;
import org.descant.grammar.parse.token.DescantParser.PowerContext;
import org.descant.grammar.parse.token.DescantParser.PrimaryContext;
import org.descant.grammar.parse.token.DescantParser.ProductContext;
import org.descant.grammar.parse.token.DescantParser.ReadContext;
import org.descant.grammar.parse.token.DescantParser.ReferenceContext;
import org.descant.grammar.parse.token.DescantParser.SumContext;
import org.descant.grammar.parse.token.DescantParser.TruthContext;
import org.descant.grammar.parse.token.DescantParser.UnaryContext;
import org.descant.grammar.parse.token.DescantParser.ValueContext;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Expressions of the parse tree as records. */
final class ExpressionReader {
    private final Spans spans;
    private final WordReader words;
    private final ScriptReader scripts;
    private final PowerCheck powers;

    ExpressionReader(Spans spans, WordReader words, PowerCheck powers) {
        this.spans = spans;
        this.words = words;
        this.scripts = new ScriptReader(spans, words);
        this.powers = powers;
    }

    Expression value(ValueContext context) {
        return context.conditional() != null ? conditional(context.conditional()) : disjunction(context.disjunction());
    }

    Expression disjunction(DisjunctionContext context) {
        return chain(context, context.conjunction(), this::conjunction);
    }

    /** What stands in the brackets behind a name, or in its subscript. */
    Expression index(IndexContext context) {
        return context.SUBINDEX() != null ? scripts.subscript(context.SUBINDEX().getSymbol()) : value(context.value());
    }

    private Expression conditional(ConditionalContext context) {
        List<DisjunctionContext> conditions = context.disjunction();
        List<ValueContext> values = context.value();
        List<Conditional.Branch> branches = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            branches.add(new Conditional.Branch(disjunction(conditions.get(i)), value(values.get(i))));
        }
        Expression otherwise = disjunction(conditions.get(values.size()));
        return new Conditional(branches, otherwise, spans.of(context));
    }

    private Expression conjunction(ConjunctionContext context) {
        return chain(context, context.negation(), this::negation);
    }

    private Expression negation(NegationContext context) {
        return context.NOT() != null
                ? new Unary(UnaryOperator.NOT, negation(context.negation()), spans.of(context))
                : comparison(context.comparison());
    }

    private Expression comparison(ComparisonContext context) {
        Expression left = sum(context.sum(0));
        if (context.sum().size() == 1) {
            return left;
        }
        return new Comparison(comparisonOperator(token(context, 1)), left, sum(context.sum(1)), spans.of(context));
    }

    private Expression sum(SumContext context) {
        return chain(context, context.product(), this::product);
    }

    private Expression product(ProductContext context) {
        return chain(context, context.unary(), this::unary);
    }

    /** Operands with an operator between each two of them; a single operand is itself. */
    private <C extends ParserRuleContext> Expression chain(
            ParserRuleContext context, List<C> operands, Function<C, Expression> read) {
        if (operands.size() == 1) {
            return read.apply(operands.get(0));
        }
        List<ChainOperator> operators = new ArrayList<>();
        for (int i = 1; i < context.getChildCount(); i += 2) {
            operators.add(chainOperator(token(context, i)));
        }
        return new Chain(operands.stream().map(read).toList(), operators, spans.of(context));
    }

    private Expression unary(UnaryContext context) {
        return context.MINUS() != null
                ? new Unary(UnaryOperator.NEGATE, unary(context.unary()), spans.of(context))
                : power(context.power());
    }

    private Expression power(PowerContext context) {
        Expression base = base(context.base());
        if (context.getChildCount() == 1) {
            return base;
        }
        powers.check(context);
        Expression exponent = context.SUPERSCRIPT() != null
                ? scripts.superscript(context.SUPERSCRIPT().getSymbol())
                : exponent(context.exponent());
        return new Power(base, exponent, spans.of(context));
    }

    private Expression exponent(ExponentContext context) {
        return context.MINUS() != null
                ? new Unary(UnaryOperator.NEGATE, exponent(context.exponent()), spans.of(context))
                : power(context.power());
    }

    private Expression base(BaseContext context) {
        if (context.ROOT() == null) {
            return primary(context.primary());
        }
        Expression radicand = base(context.base());
        Name sqrt = new Name("sqrt", spans.of(context.ROOT().getSymbol()));
        return new Call(sqrt, List.of(positional(radicand)), Optional.empty(), spans.of(context));
    }

    private Expression primary(PrimaryContext context) {
        Span span = spans.of(context);
        if (context instanceof NumberContext number) {
            return words.number(number.NUMBER().getSymbol());
        } else if (context instanceof TruthContext truth) {
            return new TruthLiteral(truth.TRUE() != null, span);
        } else if (context instanceof GroupContext group) {
            return value(group.value());
        } else if (context instanceof NormContext norm) {
            Name name = new Name("norm", spans.of(norm.BARS(0).getSymbol()));
            return new Call(name, List.of(positional(value(norm.value()))), words.shape(norm.shape()), span);
        } else if (context instanceof CallContext call) {
            return call(call, span);
        }
        return read((ReadContext) context, span);
    }

    private Expression call(CallContext context, Span span) {
        Name function =
                context.name() != null ? words.name(context.name()) : new Name("grad", spans.of(context.getStart()));
        ArgumentsContext arguments = context.arguments();
        return arguments == null
                ? new Call(function, List.of(), Optional.empty(), span)
                : new Call(
                        function,
                        arguments.argument().stream().map(this::argument).toList(),
                        words.shape(arguments.shape()),
                        span);
    }

    private Argument argument(DescantParser.ArgumentContext context) {
        Optional<Name> name = Optional.ofNullable(context.name()).map(words::name);
        return new Argument(name, name.isPresent(), value(context.value()), spans.of(context));
    }

    private static Argument positional(Expression value) {
        return new Argument(Optional.empty(), false, value, value.span());
    }

    private Expression read(ReadContext context, Span span) {
        Reference reference = reference(context.reference());
        return context.index() == null ? reference : new Indexed(reference, index(context.index()), span);
    }

    private Reference reference(ReferenceContext context) {
        List<Name> path = new ArrayList<>();
        if (context.LOSS() != null) {
            path.add(new Name("loss", spans.of(context.getStart())));
        }
        context.name().forEach(name -> path.add(path.isEmpty() ? words.own(name) : words.name(name)));
        return new Reference(path, spans.of(context));
    }

    private static Token token(ParserRuleContext context, int child) {
        ParseTree tree = context.getChild(child);
        return ((TerminalNode) tree).getSymbol();
    }

    private static ChainOperator chainOperator(Token token) {
        return switch (token.getType()) {
            case DescantParser.PLUS -> ChainOperator.ADD;
            case DescantParser.MINUS -> ChainOperator.SUBTRACT;
            case DescantParser.TIMES -> ChainOperator.MULTIPLY;
            case DescantParser.DIVIDE -> ChainOperator.DIVIDE;
            case DescantParser.AND -> ChainOperator.AND;
            case DescantParser.OR -> ChainOperator.OR;
            default -> throw new IllegalArgumentException("no operator of a chain: " + token.getText());
        };
    }

    private static ComparisonOperator comparisonOperator(Token token) {
        return switch (token.getType()) {
            case DescantParser.LESS -> ComparisonOperator.LESS;
            case DescantParser.LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case DescantParser.GREATER -> ComparisonOperator.GREATER;
            case DescantParser.GREATER_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case DescantParser.EQUAL -> ComparisonOperator.EQUAL;
            case DescantParser.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            default -> throw new IllegalArgumentException("no comparison: " + token.getText());
        };
    }
}
