package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.ShapeWord;

/** Grows one optimizer: what it declares, equations over it, the equation of w, and what is read of the result. */
final class OptimizerGrower {
    private record State(String name, Shape shape) {}

    private final Dice dice;
    private final Language language;
    private final Names names;
    private final List<Part> parts;
    private final List<GrownOptimizer> applied;
    private final Scope scope;
    private final DeclarationGrower declarations;
    private final String weight;
    private final String gradient;
    private final boolean takesGradient;
    private final boolean anyShape;
    private final ExpressionGrower grower;
    private final List<BodyItem> body = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    /**
     * @param names those of the whole file
     * @param applied rules that it may apply
     * @param takesGradient whether it has the gradient of its header; otherwise it asks for one
     * @param anyShape whether its hyperparameters may get values of any shape where it is applied
     */
    OptimizerGrower(
            Dice dice,
            Language language,
            Names names,
            List<Part> parts,
            List<GrownOptimizer> applied,
            boolean takesGradient,
            boolean anyShape) {
        this.dice = dice;
        this.language = language;
        this.names = names;
        this.parts = parts;
        this.applied = applied;
        this.anyShape = anyShape;
        this.scope = new Scope(dice);
        this.declarations = new DeclarationGrower(dice, names, scope, body, anyShape);
        this.weight = dice.chance(70) ? "w" : names.fresh("theta");
        this.gradient = dice.chance(70) ? "g" : names.fresh("d");
        this.takesGradient = takesGradient;
        this.grower = new ExpressionGrower(
                dice,
                language,
                scope,
                takesGradient ? Trees.read(gradient) : Trees.at(Trees.read(weight), 1),
                Trees.ago(Trees.number(1)),
                true);
    }

    GrownOptimizer grow(String name) {
        parts.forEach(scope::add);
        declare();
        for (int i = 0; i < language.equations(); i++) {
            growEquation();
        }
        ApplicationGrower application = new ApplicationGrower(
                dice,
                language,
                names,
                scope,
                grower,
                weight,
                gradient,
                body.stream().anyMatch(MatrixView.class::isInstance));
        for (GrownOptimizer rule : applied) {
            body.addAll(application.apply(rule));
        }
        for (State state : states) {
            body.add(Trees.update(state.name(), grower.number(state.shape())));
            scope.addNumber(Trees.at(Trees.read(state.name()), 0), state.shape());
        }
        body.add(Trees.update(weight, weight()));
        growAfterwards();
        Optional<Doc> doc = dice.chance(30)
                ? Optional.of(new Doc("Grown by chance: \"*/ \\u002a/ <b>&amp;{@code x}\".", Trees.NOWHERE))
                : Optional.empty();
        OptimizerDeclaration declaration = new OptimizerDeclaration(
                doc,
                Trees.name(name),
                Trees.name(weight),
                takesGradient ? Optional.of(Trees.name(gradient)) : Optional.empty(),
                dice.shuffled(body),
                Trees.NOWHERE);
        return new GrownOptimizer(declaration, takesGradient, anyShape, declarations.settables());
    }

    private void declare() {
        scope.addNumber(Trees.read("t"), Shape.STEP);
        scope.addNumber(Trees.read("pi"), Shape.CONSTANT);
        scope.addNumber(Trees.read("inf"), Shape.CONSTANT);
        Expression before = Trees.at(Trees.read(weight), 1);
        scope.addNumber(before, Shape.ELEMENT);
        for (int i = dice.between(1, 3); i > 0; i--) {
            declarations.hyper();
        }
        if (language.has(Feature.OPTIONS)) {
            for (int i = dice.between(0, 2); i > 0; i--) {
                declarations.option();
            }
        }
        if (language.has(Feature.ROWS_AND_COLS) && dice.chance(25)) {
            body.add(new MatrixView(Trees.NOWHERE));
        }
        if (language.has(Feature.DIMENSIONS)) {
            scope.addNumber(Trees.read(dice.pick("rank", "numel", "rows", "cols")), Shape.TENSOR);
        }
        boolean loss = language.has(Feature.LOSS) && dice.chance(30);
        if (loss && takesGradient) {
            scope.addNumber(Trees.read("loss"), Shape.MODEL);
        }
        if (language.has(Feature.INPUTS)) {
            declareInputs();
        }
        if (takesGradient) {
            scope.addNumber(Trees.read(gradient), Shape.ELEMENT);
        } else {
            Expression point = dice.chance(50)
                    ? before
                    : Trees.chain(ChainOperator.SUBTRACT, before, grower.number(Shape.ELEMENT));
            body.add(Trees.equation(gradient, Trees.call("grad", point)));
            scope.addNumber(Trees.read(gradient), Shape.ELEMENT);
            if (loss) {
                // Not before: the loss is that of this evaluation, whose point cannot wait for it.
                scope.addNumber(Trees.read("loss"), Shape.MODEL);
            }
        }
        declarePasts();
        for (int i = dice.between(1, 3); i > 0; i--) {
            Shape shape = stateShape();
            states.add(new State(declarations.state(language, weight, shape), shape));
        }
    }

    private void declareInputs() {
        if (dice.chance(40)) {
            body.add(new InputDeclaration(Optional.empty(), Trees.name("h"), Optional.empty(), Trees.NOWHERE));
            scope.addNumber(Trees.read("h"), Shape.ELEMENT);
        }
        if (language.has(Feature.REDUCTIONS) && dice.chance(40)) {
            body.add(new InputDeclaration(
                    Optional.empty(), Trees.name("metric"), Optional.of(ShapeWord.MODEL), Trees.NOWHERE));
            scope.addNumber(Trees.read("metric"), Shape.MODEL);
        }
        if (language.has(Feature.REDUCTIONS) && dice.chance(40)) {
            Shape shape = language.has(Feature.ROWS_AND_COLS)
                    ? dice.pick(Shape.TENSOR, Shape.MATRIX, Shape.ROW, Shape.COL)
                    : Shape.TENSOR;
            ShapeWord word = word(shape);
            // Inputs of one name are one, also those of a rule that sees other matrices.
            boolean last = body.stream().anyMatch(MatrixView.class::isInstance);
            String input = "per_" + word.name().toLowerCase(Locale.ROOT) + (last ? "_of_last" : "");
            body.add(new InputDeclaration(Optional.empty(), Trees.name(input), Optional.of(word), Trees.NOWHERE));
            scope.addNumber(Trees.read(input), shape);
        }
    }

    private static ShapeWord word(Shape shape) {
        if (shape.equals(Shape.ROW)) {
            return ShapeWord.ROW;
        } else if (shape.equals(Shape.COL)) {
            return ShapeWord.COL;
        }
        return shape.equals(Shape.MATRIX) ? ShapeWord.MATRIX : ShapeWord.TENSOR;
    }

    private void declarePasts() {
        if (language.has(Feature.HISTORIES) && dice.chance(60)) {
            scope.addNumber(Trees.at(Trees.read(gradient), dice.pick(1, 1, 2, 3)), Shape.ELEMENT);
        }
        if (language.has(Feature.HISTORIES)) {
            declarations
                    .wholeOption()
                    .ifPresent(n -> scope.addNumber(
                            new Indexed(Trees.read(gradient), Trees.ago(Trees.read(n)), Trees.NOWHERE), Shape.ELEMENT));
        }
        if (language.has(Feature.OLD_WEIGHTS) && dice.chance(40)) {
            scope.addNumber(Trees.at(Trees.read(weight), dice.between(2, 3)), Shape.ELEMENT);
        }
        if (language.has(Feature.OLD_WEIGHTS) && dice.chance(40)) {
            scope.addNumber(new Indexed(Trees.read(weight), Trees.number(0), Trees.NOWHERE), Shape.ELEMENT);
        }
    }

    private Shape stateShape() {
        if (dice.chance(60)) {
            return Shape.ELEMENT;
        }
        if (language.has(Feature.ROWS_AND_COLS) && dice.chance(40)) {
            return dice.pick(Shape.ROW, Shape.COL);
        }
        return language.has(Feature.REDUCTIONS) && dice.chance(70) ? dice.pick(Shape.TENSOR, Shape.MODEL) : Shape.STEP;
    }

    private void growEquation() {
        String name = names.fresh("u");
        Shape shape = dice.pick(Shape.ELEMENT, Shape.ELEMENT, Shape.ELEMENT, numbers());
        Kind kind = dice.chance(25) ? Kind.BOOLEAN : Kind.NUMBER;
        Optional<Part> part = scope.part(kind, shape);
        if (language.has(Feature.GRADIENTS) && takesGradient && dice.chance(15)) {
            Optional<Expression> when = condition(30);
            body.add(Trees.equation(name, Trees.call("grad", grower.element()), when));
            define(name, Kind.NUMBER, Shape.ELEMENT);
        } else if (part.isPresent() && dice.chance(35)) {
            Expression use = grower.use(part.orElseThrow(), shape, language.depth());
            Optional<Expression> when = condition(50);
            body.add(Trees.equation(name, use, when));
            define(name, kind, shape);
            part.orElseThrow().insides().forEach(inside -> scope.addNumber(Trees.read(name, inside), shape));
        } else {
            body.add(Trees.equation(name, kind == Kind.NUMBER ? grower.number(shape) : grower.truth(shape)));
            define(name, kind, shape);
        }
    }

    private Shape numbers() {
        return language.has(Feature.REDUCTIONS) ? dice.pick(Shape.STEP, Shape.MODEL, Shape.TENSOR) : Shape.STEP;
    }

    private Optional<Expression> condition(int percent) {
        if (!language.has(Feature.WHEN) || !dice.chance(percent)) {
            return Optional.empty();
        }
        return Optional.of(grower.truth(language.has(Feature.REDUCTIONS) ? Shape.MODEL : Shape.STEP));
    }

    private void define(String name, Kind kind, Shape shape) {
        scope.add(Trees.read(name), kind, shape);
        if (language.has(Feature.HISTORIES) && dice.chance(20)) {
            scope.add(Trees.at(Trees.read(name), dice.pick(1, 1, 2)), kind, shape);
        }
        if (kind == Kind.NUMBER) {
            shown.add(name);
        }
    }

    private Expression weight() {
        Expression before = Trees.at(Trees.read(weight), 1);
        Expression any = grower.number(Shape.ELEMENT);
        // A gradient that nothing reads is not asked for, and then there is no loss.
        Expression step = takesGradient ? any : Trees.chain(ChainOperator.ADD, Trees.read(gradient), any);
        return dice.chance(75)
                ? Trees.chain(
                        ChainOperator.SUBTRACT,
                        before,
                        Trees.chain(ChainOperator.MULTIPLY, grower.small(Shape.STEP), step))
                : Trees.chain(ChainOperator.ADD, grower.element(), step);
    }

    /** What reads w[t], and outputs. */
    private void growAfterwards() {
        scope.addNumber(Trees.at(Trees.read(weight), 0), Shape.ELEMENT);
        if (dice.chance(30)) {
            String average = declarations.state(language, weight, Shape.ELEMENT);
            body.add(Trees.update(average, grower.element()));
            shown.add(average);
        }
        if (language.has(Feature.OUTPUTS) && dice.chance(30)) {
            String name = shown.isEmpty() || dice.chance(40) ? states.get(0).name() : dice.pick(shown);
            body.add(output(name, Optional.empty()));
        }
        if (language.has(Feature.OUTPUTS) && dice.chance(30)) {
            body.add(output(names.fresh("report"), Optional.of(grower.number(Shape.ELEMENT))));
        }
    }

    private static BodyItem output(String name, Optional<Expression> value) {
        return new OutputDeclaration(Optional.empty(), Trees.name(name), value, Trees.NOWHERE);
    }
}
