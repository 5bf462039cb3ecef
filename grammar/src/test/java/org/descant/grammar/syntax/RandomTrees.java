package org.descant.grammar.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** Random syntax trees of every construct, meaningless but well formed. The same seed gives the same trees. */
public final class RandomTrees {
    private static final Span NOWHERE = new SourceText("random", "").span();
    private static final List<String> NAMES =
            List.of("w", "g", "m", "t", "beta1", "vhat", "row", "rule", "matrix", "last", "f32", "x_2");

    private final Random random;

    public RandomTrees(long seed) {
        this.random = new Random(seed);
    }

    public RuleFile file() {
        List<Import> imports = many(2, () -> new Import("part" + random.nextInt(9) + ".opt", NOWHERE));
        return new RuleFile(imports, some(3, this::declaration), NOWHERE);
    }

    private Declaration declaration() {
        return switch (random.nextInt(4)) {
            case 0 -> new OptimizerDeclaration(doc(), name(), name(), maybe(this::name), some(6, this::item), NOWHERE);
            case 1 -> new DerivedOptimizer(doc(), name(), name(), many(3, this::binding), NOWHERE);
            case 2 -> part(DefDeclaration::new);
            default -> part(ScheduleDeclaration::new);
        };
    }

    private interface Part {
        Declaration of(
                Optional<Doc> doc,
                Name name,
                List<FormalParameter> parameters,
                List<BodyItem> body,
                boolean shortForm,
                Span span);
    }

    private Declaration part(Part part) {
        boolean shortForm = random.nextBoolean();
        List<BodyItem> body = shortForm ? List.of(new Return(expression(3), NOWHERE)) : some(4, this::item);
        return part.of(doc(), name(), many(3, this::formal), body, shortForm, NOWHERE);
    }

    private FormalParameter formal() {
        return new FormalParameter(name(), maybe(() -> expression(2)), NOWHERE);
    }

    private BodyItem item() {
        return switch (random.nextInt(10)) {
            case 0 -> new HyperDeclaration(doc(), name(), maybe(() -> expression(1)), maybe(this::interval), NOWHERE);
            case 1 -> new OptionDeclaration(doc(), name(), expression(1), NOWHERE);
            case 2 ->
                new StateDeclaration(
                        doc(), name(), shape(), maybe(() -> any(StorageWord.values())), expression(2), NOWHERE);
            case 3 -> new InputDeclaration(doc(), name(), shape(), NOWHERE);
            case 4 -> new RuleParameter(doc(), name(), name(), many(2, this::binding), NOWHERE);
            case 5 -> new MatrixView(NOWHERE);
            case 6 -> new OutputDeclaration(doc(), name(), maybe(() -> expression(2)), NOWHERE);
            case 7 -> new Return(expression(3), NOWHERE);
            default ->
                new Equation(
                        doc(), name(), maybe(() -> expression(1)), expression(4), maybe(() -> expression(2)), NOWHERE);
        };
    }

    private Interval interval() {
        return new Interval(expression(1), random.nextBoolean(), expression(1), random.nextBoolean(), NOWHERE);
    }

    private Argument binding() {
        return new Argument(Optional.of(name()), random.nextBoolean(), expression(2), NOWHERE);
    }

    private Argument argument(int depth) {
        Optional<Name> name = maybe(this::name);
        return new Argument(name, name.isPresent(), expression(depth), NOWHERE);
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(9)) {
            case 0 -> new Indexed(reference(), expression(depth - 1), NOWHERE);
            case 1 -> new Call(name(), some(3, () -> argument(depth - 1)), shape(), NOWHERE);
            case 2 -> new Unary(any(UnaryOperator.values()), expression(depth - 1), NOWHERE);
            case 3 -> new Power(expression(depth - 1), expression(depth - 1), NOWHERE);
            case 4, 5 -> chain(depth - 1);
            case 6 ->
                new Comparison(any(ComparisonOperator.values()), expression(depth - 1), expression(depth - 1), NOWHERE);
            case 7 -> conditional(depth - 1);
            default -> leaf();
        };
    }

    private Chain chain(int depth) {
        List<ChainOperator> level = any(List.of(
                List.of(ChainOperator.ADD, ChainOperator.SUBTRACT),
                List.of(ChainOperator.MULTIPLY, ChainOperator.DIVIDE),
                List.of(ChainOperator.AND),
                List.of(ChainOperator.OR)));
        List<Expression> operands = new ArrayList<>(List.of(expression(depth)));
        List<ChainOperator> operators = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            operands.add(expression(depth));
            operators.add(any(level));
        }
        return new Chain(operands, operators, NOWHERE);
    }

    /** The last branch is no choice: that would be one more branch. */
    private Conditional conditional(int depth) {
        Expression otherwise = expression(depth);
        return new Conditional(
                some(2, () -> new Conditional.Branch(expression(depth), expression(depth))), otherwise, NOWHERE);
    }

    private Expression leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> new TruthLiteral(random.nextBoolean(), NOWHERE);
            case 1, 2 -> new NumberLiteral(number(), NOWHERE);
            default -> reference();
        };
    }

    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100);
            case 1 -> random.nextDouble();
            case 2 -> Double.longBitsToDouble(random.nextLong() & 0x7FDF_FFFF_FFFF_FFFFL);
            default -> any(List.of(1e-3, 1e-8, 0.999, 1e7, 1e22, Double.MIN_VALUE, Double.MAX_VALUE));
        };
    }

    private Reference reference() {
        List<Name> path = random.nextInt(5) == 0 ? List.of(name(), name()) : List.of(name());
        return new Reference(path, NOWHERE);
    }

    private Name name() {
        return new Name(any(NAMES), NOWHERE);
    }

    private Optional<Doc> doc() {
        return maybe(() -> new Doc("Line one.\n  Line two: " + random.nextInt(9), NOWHERE));
    }

    private Optional<ShapeWord> shape() {
        return maybe(() -> any(ShapeWord.values()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        List<T> list = new ArrayList<>(List.of(value.get()));
        list.addAll(many(most - 1, value));
        return list;
    }

    private <T> List<T> many(int most, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
