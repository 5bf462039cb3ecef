package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.NumberStore;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Prologue;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Sweep;
import org.descant.compiler.plan.TakenInput;
import org.descant.compiler.plan.Term;
import org.descant.runtime.Step;

/** What is computed before a sweep as a method, in double: equations, checks, states, and what is handed over. */
final class PrologueWriter {
    static final String STEP = "step";
    static final String TENSOR = "tensor";

    private final Plan plan;
    private final List<Sweep> course;
    private final Prologue prologue;
    private final Level level;
    private final CodeBlock.Builder body = CodeBlock.builder();
    private final HyperConstants constants;
    private final Describe describe;
    private final NumberScope scope;
    private final ExpressionWriter expressions;
    private final Function<Range, String> ranges;
    /** Behind the name of a state's past value, which in a step is not yet the new one. */
    private final String suffix;

    private PrologueWriter(
            Plan plan,
            List<Sweep> course,
            Prologue prologue,
            Level level,
            HyperConstants constants,
            Function<Range, String> ranges,
            String suffix) {
        this.plan = plan;
        this.suffix = suffix;
        this.course = course;
        this.prologue = prologue;
        this.level = level;
        this.ranges = ranges;
        this.constants = constants;
        Set<String> reserved = new HashSet<>(constants.names());
        reserved.add(STEP);
        reserved.add(TENSOR);
        this.describe = new Describe(plan.equations());
        this.scope = new NumberScope(describe, reserved, body);
        this.expressions = new ExpressionWriter(scope);
    }

    /**
     * The statements of a prologue.
     *
     * @param course the sweeps that it belongs to
     * @param constants the places of the hyperparameters
     * @param ranges the names of the constants that hold the ranges of checks
     */
    static CodeBlock write(
            Plan plan,
            List<Sweep> course,
            Prologue prologue,
            Level level,
            HyperConstants constants,
            Function<Range, String> ranges) {
        return new PrologueWriter(plan, course, prologue, level, constants, ranges, "Old").statements();
    }

    /** A method of the class's own, for an output: it reads no hyperparameter and checks nothing. */
    static MethodSpec writeForOutput(String name, Plan plan, Prologue prologue, HyperConstants constants) {
        PrologueWriter writer = new PrologueWriter(plan, List.of(), prologue, Level.GROUP, constants, range -> "", "");
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Step.class, STEP)
                .addCode(writer.statements())
                .build();
    }

    /** What decides for a tensor, by its dimensions alone, what it needs: the numbers of the conditions that hold, as bits. */
    static CodeBlock writeDecisions(Plan plan, HyperConstants constants) {
        List<Flag> flags = new ArrayList<>();
        plan.variants().conditions().forEach(condition -> flags.add(new Flag(flags.size(), Level.TENSOR, condition)));
        Prologue prologue =
                new Prologue(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), flags);
        return new PrologueWriter(plan, List.of(), prologue, Level.TENSOR, constants, range -> "", "").decisions();
    }

    private CodeBlock decisions() {
        takeLeaves();
        CodeBlock way = prologue.flags().stream()
                .map(flag -> CodeBlock.of(
                        prologue.flags().size() == 1 ? "$L ? $L : 0" : "($L ? $L : 0)",
                        expressions.choosing(flag.condition()),
                        1 << flag.index()))
                .collect(CodeBlock.joining(" + "));
        return body.addStatement("return $L", way).build();
    }

    private CodeBlock statements() {
        takeLeaves();
        Comments comments = new Comments();
        for (Equation equation : prologue.equations()) {
            comments.write(body, equation.origin());
            scope.define(equation.target(), expressions.write(equation.value()));
        }
        prologue.checks().forEach(this::check);
        prologue.stores().forEach(this::store);
        String owner = owner(level);
        for (Term term : prologue.terms()) {
            body.addStatement("$L.term($L, $L)", owner, term.reduction().index(), expressions.write(term.value()));
        }
        for (Scalar scalar : prologue.scalars()) {
            body.addStatement("$L.scalar($L, $L)", owner, scalar.index(), expressions.write(scalar.value()));
        }
        for (Flag flag : prologue.flags()) {
            body.addStatement("$L.flag($L, $L)", owner, flag.index(), expressions.write(flag.condition()));
        }
        return body.build();
    }

    private void takeLeaves() {
        Set<Expr> used = used();
        List<Hyper> hypers = plan.system().hypers();
        for (int i = 0; i < hypers.size(); i++) {
            HyperRead read = new HyperRead(hypers.get(i));
            if (used.contains(read)) {
                String wanted = JavaNames.camel(read.hyper().name());
                scope.take(read, wanted, CodeBlock.of("$L.hyper($L)", STEP, constants.name(i)));
            }
        }
        if (used.contains(new StepCount())) {
            scope.take(new StepCount(), "t", CodeBlock.of("$L.t()", STEP));
        }
        if (used.contains(new Loss())) {
            scope.take(new Loss(), "loss", CodeBlock.of("$L.loss()", STEP));
        }
        takeInputs(used);
        takePrevious(plan.numbers(), STEP, used);
        takePrevious(plan.tensorNumbers(), TENSOR, used);
        for (Expr leaf : used) {
            if (leaf instanceof DimensionRead dimension) {
                scope.take(dimension, word(dimension), CodeBlock.of("$L.$L()", TENSOR, method(dimension)));
            } else if (leaf instanceof Reduce reduce) {
                String owner = owner(Level.of(reduce.shape()));
                int place = Plan.reduction(reduce, course);
                scope.take(
                        reduce, describe.expression(reduce, "reduced"), CodeBlock.of("$L.reduced($L)", owner, place));
            }
        }
        for (Scalar taken : prologue.takenScalars()) {
            CodeBlock value = CodeBlock.of("$L.scalar($L)", owner(taken.level()), taken.index());
            scope.take(taken.value(), describe.number(taken.value()), value);
        }
        for (Flag taken : prologue.takenFlags()) {
            CodeBlock value = CodeBlock.of("$L.flag($L)", owner(taken.level()), taken.index());
            scope.take(taken.condition(), describe.expression(taken.condition(), "condition"), value);
        }
    }

    /**
     * An input of the model that is not read on all steps is asked for only where an earlier prologue found that it is; those of tensors
     * are there already.
     */
    private void takeInputs(Set<Expr> used) {
        int ofModel = 0;
        int ofTensors = 0;
        for (TakenInput input : plan.inputs()) {
            Shape shape = input.input().shape();
            InputRead read = new InputRead(input.input());
            if (shape.equals(Shape.MODEL)) {
                CodeBlock value = CodeBlock.of("$L.input($L)", STEP, ofModel++);
                takeInput(
                        read,
                        input.when()
                                .map(flag -> CodeBlock.of("$L.flag($L) ? $L : 0.0", STEP, flag.index(), value))
                                .orElse(value),
                        used);
            } else if (shape.equals(Shape.TENSOR)) {
                takeInput(read, CodeBlock.of("$L.input($L)", TENSOR, ofTensors++), used);
            }
        }
    }

    private void takeInput(InputRead read, CodeBlock value, Set<Expr> used) {
        if (used.contains(read)) {
            scope.take(read, JavaNames.camel(read.input().name()), value);
        }
    }

    private void takePrevious(List<State> states, String owner, Set<Expr> used) {
        for (int place = 0; place < states.size(); place++) {
            State state = states.get(place);
            Previous previous = new Previous(state);
            if (used.contains(previous)) {
                scope.take(previous, Describe.state(state) + suffix, CodeBlock.of("$L.previous($L)", owner, place));
            }
        }
    }

    private static String word(DimensionRead dimension) {
        return dimension.dimension().name().toLowerCase(Locale.ROOT);
    }

    private static String method(DimensionRead dimension) {
        boolean isOfMatrix = dimension.dimension() == Dimension.ROWS || dimension.dimension() == Dimension.COLS;
        String word = word(dimension);
        return dimension.view() == View.LAST && isOfMatrix ? "last" + JavaNames.capital(word) : word;
    }

    /** What belongs to a level is asked of this. */
    private static String owner(Level level) {
        return level == Level.GROUP ? STEP : TENSOR;
    }

    /** All that is read; what a reduction reduces is computed elsewhere. */
    private Set<Expr> used() {
        Set<Expr> used = new LinkedHashSet<>();
        prologue.equations().forEach(equation -> addUsed(equation.value(), used));
        prologue.checks().forEach(check -> addUsed(check.value(), used));
        prologue.stores().forEach(store -> addUsed(store.value(), used));
        prologue.terms().forEach(term -> addUsed(term.value(), used));
        prologue.scalars().forEach(scalar -> addUsed(scalar.value(), used));
        prologue.flags().forEach(flag -> addUsed(flag.condition(), used));
        return used;
    }

    private static void addUsed(Expr root, Set<Expr> used) {
        Deque<Expr> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            used.add(expr);
            if (!(expr instanceof Reduce)) {
                Subexpressions.of(expr).forEach(open::push);
            }
        }
    }

    private void check(RangeCheck check) {
        CodeBlock value = expressions.write(check.value());
        List<Variable> conditions =
                check.clock().conditions().stream().map(plan::variable).toList();
        when(
                conditions,
                CodeBlock.of(
                        "$L.check($L, $L, $L)",
                        STEP,
                        Escape.string(check.description()),
                        value,
                        ranges.apply(check.range())));
    }

    private void store(NumberStore store) {
        CodeBlock value = expressions.write(store.value());
        when(store.when(), CodeBlock.of("$L.next($L, $L)", owner(level), store.number(), value));
    }

    private void when(List<Variable> conditions, CodeBlock statement) {
        if (conditions.isEmpty()) {
            body.addStatement(statement);
            return;
        }
        CodeBlock all = conditions.stream()
                .map(condition -> expressions.write(new Read(condition)))
                .collect(CodeBlock.joining(" && "));
        body.beginControlFlow("if ($L)", all).addStatement(statement).endControlFlow();
    }
}
