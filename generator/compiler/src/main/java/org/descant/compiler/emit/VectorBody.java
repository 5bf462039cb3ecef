package org.descant.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Store;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;

/** What all vector kernels of a loop have, for one element type: the names, what comes before the loop, and what each turn loads and computes. */
final class VectorBody {
    static final String BLOCK = "block";
    static final String RESULTS = "results";
    static final String END = "end";
    static final String LANE = "k";
    static final String PART = "part";
    static final String ROW = "row";
    private static final String SHIFT = "shift";

    private static final Set<String> RESERVED = Stream.concat(
                    VectorTypes.NAMES.stream(),
                    Stream.of(
                            KernelScope.INDEX,
                            KernelScope.FROM,
                            BLOCK,
                            END,
                            LANE,
                            PART,
                            ROW,
                            RESULTS,
                            SHIFT,
                            VectorTypes.FLOATS,
                            VectorTypes.DOUBLES))
            .collect(Collectors.toUnmodifiableSet());

    private final Loop loop;
    private final VectorTypes types;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final KernelScope scope;
    private final VectorExpressions expressions;
    private final Shifts shifts;
    private final Map<Buffer, String> ownShifts = new HashMap<>();
    private final Comments comments = new Comments();

    /** @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number */
    VectorBody(Loop loop, ElementType type, Describe describe, Shifts shifts, boolean isOfRow) {
        this.loop = loop;
        this.shifts = shifts;
        types = VectorTypes.of(type);
        scope = new KernelScope(loop, type, types.vector(), RESERVED, describe, code, isOfRow);
        expressions = new VectorExpressions(scope, types);
    }

    /** Whether a loop has a vector form: it is one over elements, and all that it computes has one. */
    static boolean isPossible(Loop loop) {
        return loop.space().isOfElements()
                && parts(loop).stream()
                        .allMatch(part -> !(part instanceof Apply apply) || VectorExpressions.knows(apply.operator()));
    }

    private static Set<Expr> parts(Loop loop) {
        Set<Expr> parts = new HashSet<>();
        loop.equations().forEach(equation -> addParts(equation.value(), parts));
        loop.stores().forEach(store -> addParts(store.value(), parts));
        return parts;
    }

    private static void addParts(Expr value, Set<Expr> parts) {
        parts.add(value);
        parts.addAll(Subexpressions.within(value));
    }

    VectorTypes types() {
        return types;
    }

    KernelScope scope() {
        return scope;
    }

    /** What comes before the loop: the arrays, the numbers of the step as vectors, its conditions, and where the block begins. */
    MethodSpec.Builder open(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Block.class, BLOCK);
        TypeName array = ArrayTypeName.of(KernelWriter.element(types.element()));
        for (Buffer buffer : loop.buffers()) {
            if (scope.isNumber(buffer)) {
                addNumberOfRow(buffer, method);
            } else if (!buffer.isOfTerms() || shifts.isOfCells()) {
                method.addStatement("$T $L = $L", array, scope.array(buffer), Dispatch.array(buffer, types.element()));
            }
        }
        for (Scalar scalar : loop.scalars()) {
            method.addStatement(
                    "$1T $2L = $1T.broadcast($3L, $4L)",
                    types.vector(),
                    scope.scalar(scalar),
                    types.species(),
                    Dispatch.number(scalar, types.element()));
        }
        Set<Expr> read = parts(loop);
        for (Flag flag : loop.flags()) {
            if (read.contains(flag.condition())) {
                method.addStatement("$T $L = $L", TypeName.BOOLEAN, scope.flag(flag), Dispatch.condition(flag));
            }
        }
        addShifts(method);
        return method.addStatement("int $L = $L.from()", KernelScope.FROM, BLOCK);
    }

    private void addNumberOfRow(Buffer buffer, MethodSpec.Builder method) {
        CodeBlock number = Dispatch.numberOfRow(buffer, types.element());
        String name = scope.keepBefore(buffer);
        if (buffer.before().kind() == Kind.BOOLEAN) {
            method.addStatement("$T $L = $L.maskAll($L != 0)", types.mask(), name, types.species(), number);
        } else {
            method.addStatement("$1T $2L = $1T.broadcast($3L, $4L)", types.vector(), name, types.species(), number);
        }
    }

    private void addShifts(MethodSpec.Builder method) {
        if (loop.buffers().stream().anyMatch(buffer -> shifts.isOfAll(buffer) && !scope.isNumber(buffer))) {
            method.addStatement("int $L = $L.shift()", SHIFT, BLOCK);
        }
        for (Buffer buffer : loop.buffers()) {
            Optional<CodeBlock> own = shifts.own(buffer);
            if (own.isPresent()) {
                String name = scope.fresh(scope.array(buffer) + "Shift");
                ownShifts.put(buffer, name);
                method.addStatement("int $L = $L", name, own.get());
            }
        }
    }

    /** Where the elements of a turn stand in an array. */
    private CodeBlock index(Buffer buffer) {
        String shift = shifts.isOfAll(buffer) ? SHIFT : ownShifts.getOrDefault(buffer, "");
        return shift.isEmpty()
                ? CodeBlock.of("$L", KernelScope.INDEX)
                : CodeBlock.of("$L + $L", KernelScope.INDEX, shift);
    }

    /** Loads all that the loop reads. */
    void load() {
        for (Buffer buffer : loop.reads()) {
            if (scope.isNumber(buffer)) {
                continue;
            }
            CodeBlock loaded = CodeBlock.of(
                    "$T.fromArray($L, $L, $L)", types.vector(), types.species(), scope.array(buffer), index(buffer));
            if (buffer.before().kind() == Kind.BOOLEAN) {
                code.addStatement(
                        "$T $L = $L$Z.compare($T.NE, 0)",
                        types.mask(),
                        scope.keepBefore(buffer),
                        loaded,
                        VectorTypes.OPERATORS);
            } else {
                code.addStatement("$T $L = $L", types.vector(), scope.keepBefore(buffer), loaded);
            }
        }
    }

    void compute(Equation equation) {
        comments.write(code, equation.origin());
        CodeBlock value = value(equation.value());
        code.addStatement(
                "$T $L = $L",
                equation.target().kind() == Kind.BOOLEAN ? types.mask() : types.vector(),
                scope.define(equation.target()),
                value);
    }

    /** A vector or, of a condition, a mask. Parts that are read twice are computed first. */
    CodeBlock value(Expr expr) {
        return expressions.write(expr);
    }

    void store(Store store) {
        Optional<SomeSteps> some =
                store.when().isPresent() ? Optional.empty() : SomeSteps.of(store, store.value(), loop, scope);
        CodeBlock written = value(some.map(SomeSteps::value).orElse(store.value()));
        CodeBlock number = store.value().kind() == Kind.BOOLEAN
                ? CodeBlock.of("$T.zero($L)$Z.blend(1, $L)", types.vector(), types.species(), written)
                : written;
        Optional<CodeBlock> when = store.when().map(Dispatch::condition).or(() -> some.map(SomeSteps::condition));
        when.ifPresent(condition -> code.beginControlFlow("if ($L)", condition));
        code.addStatement("$L$Z.intoArray($L, $L)", number, scope.array(store.buffer()), index(store.buffer()));
        when.ifPresent(condition -> code.endControlFlow());
    }

    void addStatement(String format, Object... arguments) {
        code.addStatement(format, arguments);
    }

    /** One turn, as far as it is written. */
    CodeBlock turn() {
        return code.build();
    }
}
