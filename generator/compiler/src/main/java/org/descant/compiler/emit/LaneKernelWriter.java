package org.descant.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.LoopBudget;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Store;
import org.descant.compiler.plan.Sweep;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;
import org.descant.runtime.ReductionKind;
import org.descant.runtime.VectorLoops;

/**
 * The terms of one reduction over a block of the runtime's tree, added up in its lanes without being stored: a method for one term, and one whose loops take two rows of the block
 * each, or one where the terms of two would be too much for vector code. What lies whole rows further on has a constant distance, which C2 makes vector code of.
 */
final class LaneKernelWriter {
    private static final int ROWS = VectorLoops.BLOCK / VectorLoops.LANES;
    private static final Set<String> RESERVED = Set.of(KernelScope.INDEX, KernelScope.FROM, KernelScope.TO);

    private final Loop loop;
    private final ElementType type;
    private final ReductionKind kind;
    private final Describe describe;
    private final KernelScope scope;
    private final String lanes;
    private final int rows;

    /**
     * @param loop that of one store of terms
     * @param reduced what they are reduced to
     */
    LaneKernelWriter(Loop loop, ElementType type, Reduced reduced, Describe describe) {
        this.loop = loop;
        this.type = type;
        this.kind = ReductionKind.valueOf(reduced.reduce().reduction().name());
        this.describe = describe;
        scope = new KernelScope(loop, type, KernelWriter.element(type), RESERVED, describe, false);
        rows = LoopBudget.OF_JVM.allowsToAdd(2, loop) ? 2 : 1;
        lanes = scope.fresh(name(reduced, describe) + "Lanes");
    }

    /** Whether all terms of a sweep over elements can be added up so: they are of numbers, without conditions, and few enough for vector code. */
    static boolean arePossible(Sweep sweep) {
        return !sweep.termLoops().isEmpty()
                && sweep.termLoops().stream()
                        .allMatch(loop -> loop.stores().stream().allMatch(store -> isPossible(loop, store)));
    }

    private static boolean isPossible(Loop loop, Store store) {
        Loop own = loop.storing(store);
        return own.flags().isEmpty()
                && own.reads().stream().allMatch(LaneKernelWriter::isNumbers)
                && LoopBudget.OF_JVM.allowsToAdd(1, own);
    }

    private static boolean isNumbers(Buffer buffer) {
        return !buffer.isOfTerms() && buffer.before().kind() == Kind.NUMBER;
    }

    /** The reduction whose terms a store leaves. */
    static Optional<Reduced> reduced(Store store, Sweep sweep) {
        return sweep.reductions().stream()
                .filter(each -> each.terms().equals(Optional.of(store.buffer())))
                .findFirst();
    }

    /** What the terms of a reduction are called. */
    static String name(Reduced reduced, Describe describe) {
        return describe.expression(reduced.reduce().argument(), "term");
    }

    /** The method that computes one term from what arrays hold. */
    MethodSpec term(String name) {
        CodeBlock.Builder body = CodeBlock.builder();
        KernelScope inside =
                new KernelScope(loop, type, KernelWriter.element(type), RESERVED, describe, false).inside(body);
        MethodSpec.Builder method = method(name).returns(KernelWriter.element(type));
        loop.reads().forEach(buffer -> method.addParameter(KernelWriter.element(type), inside.keepBefore(buffer)));
        addNumbers(method, inside);
        ExpressionWriter expressions = new ExpressionWriter(inside);
        Comments comments = new Comments();
        for (Equation equation : loop.equations()) {
            comments.write(body, equation.origin());
            CodeBlock value = expressions.write(equation.value());
            body.addStatement(
                    "$T $L = $L",
                    equation.target().kind() == Kind.BOOLEAN ? TypeName.BOOLEAN : KernelWriter.element(type),
                    inside.define(equation.target()),
                    value);
        }
        CodeBlock term = expressions.write(loop.stores().get(0).value());
        return method.addCode(body.build()).addStatement("return $L", term).build();
    }

    /** The method that goes over a block, which begins with the row {@code from … to − 1}; its lanes are at the index of that row. */
    MethodSpec kernel(String name, String term) {
        MethodSpec.Builder method = method(name)
                .addJavadoc(
                        "Reduces the terms of a block to its lanes, $L at a time.\n",
                        rows == 2 ? "two rows of them" : "one row of them");
        TypeName array = ArrayTypeName.of(KernelWriter.element(type));
        loop.reads().forEach(buffer -> method.addParameter(array, scope.array(buffer)));
        method.addParameter(array, lanes);
        addNumbers(method, scope);
        method.addParameter(TypeName.INT, KernelScope.FROM).addParameter(TypeName.INT, KernelScope.TO);
        for (int row = 0; row < ROWS; row += rows) {
            method.beginControlFlow(
                            "for (int $1L = $2L; $1L < $3L; $1L++)",
                            KernelScope.INDEX,
                            KernelScope.FROM,
                            KernelScope.TO)
                    .addStatement("$L[$L] = $L", lanes, KernelScope.INDEX, added(term, row))
                    .endControlFlow();
        }
        return method.build();
    }

    /** What a lane is with the terms more of the rows from one on that a loop takes. */
    private CodeBlock added(String term, int row) {
        boolean adds = kind == ReductionKind.SUM || kind == ReductionKind.MEAN;
        CodeBlock before = CodeBlock.of("$L[$L]", lanes, KernelScope.INDEX);
        CodeBlock none = adds ? Literals.of(0, type).code() : CodeBlock.of("");
        CodeBlock sum = row == 0 ? none : before;
        for (int i = row; i < row + rows; i++) {
            sum = sum.isEmpty() ? call(term, i) : both(sum, call(term, i));
        }
        return sum;
    }

    private CodeBlock both(CodeBlock one, CodeBlock other) {
        if (kind == ReductionKind.SUM || kind == ReductionKind.MEAN) {
            return CodeBlock.of("$L$W+ $L", one, other);
        }
        return CodeBlock.of("$T.$L($L,$W$L)", Math.class, kind == ReductionKind.AMAX ? "max" : "min", one, other);
    }

    private CodeBlock call(String term, int row) {
        CodeBlock index = index(row);
        List<CodeBlock> arguments = new ArrayList<>();
        loop.reads().forEach(buffer -> arguments.add(CodeBlock.of("$L[$L]", scope.array(buffer), index)));
        loop.scalars().forEach(scalar -> arguments.add(CodeBlock.of("$L", scope.scalar(scalar))));
        return CodeBlock.of("$L($L)", term, arguments.stream().collect(CodeBlock.joining(",$W")));
    }

    private static CodeBlock index(int row) {
        return switch (row) {
            case 0 -> CodeBlock.of("$L", KernelScope.INDEX);
            case 1 -> CodeBlock.of("$L + $T.LANES", KernelScope.INDEX, Block.class);
            default -> CodeBlock.of("$L + $L * $T.LANES", KernelScope.INDEX, row, Block.class);
        };
    }

    private void addNumbers(MethodSpec.Builder method, KernelScope names) {
        for (Scalar scalar : loop.scalars()) {
            method.addParameter(KernelWriter.element(type), names.scalar(scalar));
        }
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }
}
