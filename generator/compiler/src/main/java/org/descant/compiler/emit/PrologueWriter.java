package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.NumberStore;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Prologue;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.Step;

/** What is per step as a method, in double: equations, checks, states per step, and what the loops are handed. */
final class PrologueWriter {
    private static final String STEP = "step";

    private final Plan plan;
    private final Prologue prologue;
    private final CodeBlock.Builder body = CodeBlock.builder();
    private final HyperConstants constants;
    private final NumberScope scope;
    private final ExpressionWriter expressions;
    private final Function<Range, String> ranges;
    /** Behind the name of a state's past value, which in a step is not yet the new one. */
    private final String suffix;

    private PrologueWriter(
            Plan plan, Prologue prologue, HyperConstants constants, Function<Range, String> ranges, String suffix) {
        this.plan = plan;
        this.suffix = suffix;
        this.prologue = prologue;
        this.ranges = ranges;
        this.constants = constants;
        Set<String> reserved = new HashSet<>(constants.names());
        reserved.add(STEP);
        this.scope = new NumberScope(new Describe(plan.equations()), reserved, body);
        this.expressions = new ExpressionWriter(scope);
    }

    /**
     * A method that the runtime calls.
     *
     * @param constants the places of the hyperparameters
     * @param ranges the names of the constants that hold the ranges of checks
     */
    static MethodSpec write(
            String name, Plan plan, Prologue prologue, HyperConstants constants, Function<Range, String> ranges) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Step.class, STEP)
                .addCode(new PrologueWriter(plan, prologue, constants, ranges, "Old").code())
                .build();
    }

    /** A method of the class's own, for an output: it reads no hyperparameter and checks nothing. */
    static MethodSpec writeForOutput(String name, Plan plan, Prologue prologue, HyperConstants constants) {
        PrologueWriter writer = new PrologueWriter(plan, prologue, constants, range -> "", "");
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Step.class, STEP)
                .addCode(writer.code())
                .build();
    }

    private CodeBlock code() {
        takeLeaves();
        Comments comments = new Comments();
        for (Equation equation : prologue.equations()) {
            comments.write(body, equation.origin());
            scope.define(equation.target(), expressions.write(equation.value()));
        }
        prologue.checks().forEach(this::check);
        prologue.stores().forEach(this::store);
        for (Scalar scalar : prologue.scalars()) {
            body.addStatement("$L.scalar($L, $L)", STEP, scalar.index(), expressions.write(scalar.value()));
        }
        for (Flag flag : prologue.flags()) {
            body.addStatement("$L.flag($L, $L)", STEP, flag.index(), expressions.write(flag.condition()));
        }
        return body.build();
    }

    private void takeLeaves() {
        Set<Expr> used = new HashSet<>();
        prologue.equations().forEach(equation -> used.addAll(Subexpressions.within(equation.value())));
        prologue.checks().forEach(check -> used.addAll(Subexpressions.within(check.value())));
        prologue.stores().forEach(store -> used.addAll(Subexpressions.within(store.value())));
        prologue.scalars().forEach(scalar -> used.addAll(Subexpressions.within(scalar.value())));
        prologue.flags().forEach(flag -> used.addAll(Subexpressions.within(flag.condition())));
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
        for (State state : plan.numbers()) {
            Previous previous = new Previous(state);
            if (used.contains(previous)) {
                int place = plan.numbers().indexOf(state);
                scope.take(previous, Describe.state(state) + suffix, CodeBlock.of("$L.previous($L)", STEP, place));
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
        when(store.when(), CodeBlock.of("$L.next($L, $L)", STEP, store.number(), value));
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
