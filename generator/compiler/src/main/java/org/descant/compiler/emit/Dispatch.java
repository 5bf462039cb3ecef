package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;

/** The method through which the runtime calls kernels: it picks the loop and the element type, and rounds numbers, once, for it. */
final class Dispatch {
    private final JavaNames methods;
    private final Describe describe;
    private final List<MethodSpec> kernels;
    private final List<Ring> rings;
    private final boolean isOfRow;
    private final List<CodeBlock> conditions = new ArrayList<>();
    private final List<CodeBlock> calls = new ArrayList<>();

    /**
     * @param kernels where the kernels go that are called
     * @param rings the states that take turns where the loops stand
     */
    Dispatch(JavaNames methods, Describe describe, List<MethodSpec> kernels, List<Ring> rings) {
        this(methods, describe, kernels, rings, false);
    }

    private Dispatch(
            JavaNames methods, Describe describe, List<MethodSpec> kernels, List<Ring> rings, boolean isOfRow) {
        this.rings = List.copyOf(rings);
        this.describe = describe;
        this.methods = methods;
        this.kernels = kernels;
        this.isOfRow = isOfRow;
    }

    /** One to kernels that run on elements of one row, and take what is per row as numbers. */
    static Dispatch ofRow(JavaNames methods, Describe describe, List<MethodSpec> kernels, List<Ring> rings) {
        return new Dispatch(methods, describe, kernels, rings, true);
    }

    void add(CodeBlock condition, String wanted, Loop loop) {
        String kernel = methods.fresh(wanted);
        conditions.add(condition);
        CodeBlock.Builder call = CodeBlock.builder();
        if (loop.space().isOfMatrices()) {
            call.addStatement(call(kernel, loop, ElementType.DOUBLE, isOfRow));
        } else {
            call.beginControlFlow("if (block.isFloat())")
                    .addStatement(call(kernel, loop, ElementType.FLOAT, isOfRow))
                    .nextControlFlow("else")
                    .addStatement(call(kernel, loop, ElementType.DOUBLE, isOfRow))
                    .endControlFlow();
            kernels.add(KernelWriter.write(kernel, loop, ElementType.FLOAT, describe, rings, isOfRow));
        }
        calls.add(call.build());
        kernels.add(KernelWriter.write(kernel, loop, ElementType.DOUBLE, describe, rings, isOfRow));
    }

    MethodSpec method(String name, List<String> selectors) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
        selectors.forEach(selector -> method.addParameter(int.class, selector));
        method.addParameter(Block.class, "block");
        if (calls.size() < 2) {
            calls.forEach(method::addCode);
            return method.build();
        }
        for (int i = 0; i < calls.size(); i++) {
            if (i == 0) {
                method.beginControlFlow("if ($L)", conditions.get(i));
            } else {
                method.nextControlFlow("else if ($L)", conditions.get(i));
            }
            method.addCode(calls.get(i));
        }
        return method.endControlFlow().build();
    }

    /** The method that says whether a sweep is one of some, of which there is one at least. */
    static MethodSpec isOneOf(String name, int[] sweeps) {
        CodeBlock these = IntStream.of(sweeps)
                .mapToObj(sweep -> CodeBlock.of("sweep == $L", sweep))
                .collect(CodeBlock.joining("$W|| "));
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "sweep")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", these)
                .build();
    }

    /**
     * A call of the kernel of a loop, with what it takes of the block at hand.
     *
     * @param isOfRow whether what is per row is a number
     */
    static CodeBlock call(String kernel, Loop loop, ElementType type, boolean isOfRow) {
        List<CodeBlock> arguments = new ArrayList<>();
        loop.buffers()
                .forEach(buffer ->
                        arguments.add(isOfRow && buffer.isOfRows() ? numberOfRow(buffer, type) : array(buffer, type)));
        loop.scalars().forEach(scalar -> arguments.add(number(scalar, type)));
        loop.flags().forEach(flag -> arguments.add(condition(flag)));
        arguments.add(CodeBlock.of("block.from()"));
        arguments.add(CodeBlock.of("block.to()"));
        return CodeBlock.of("$L($L)", kernel, arguments.stream().collect(CodeBlock.joining(",$W")));
    }

    /** What a cell of the block at hand has for its row. */
    static CodeBlock numberOfRow(Buffer cell, ElementType type) {
        String number = type == ElementType.FLOAT ? "floatCell" : "doubleCell";
        return CodeBlock.of("block.$L($L)", number, cell.number());
    }

    /** An array of the block at hand. */
    static CodeBlock array(Buffer buffer, ElementType type) {
        String array = type == ElementType.FLOAT ? "floats" : "doubles";
        String cell = type == ElementType.FLOAT ? "floatCells" : "doubleCells";
        return CodeBlock.of("block.$L($L)", buffer.isCell() ? cell : array, buffer.number());
    }

    /** A number of the block at hand, rounded to the type. */
    static CodeBlock number(Scalar scalar, ElementType type) {
        String cast = type == ElementType.FLOAT ? "(float) " : "";
        return CodeBlock.of(
                "$Lblock.$L($L)", cast, isOfTensor(scalar.level()) ? "tensorScalar" : "scalar", scalar.index());
    }

    /** A condition of the block at hand. */
    static CodeBlock condition(Flag flag) {
        return CodeBlock.of("block.$L($L)", isOfTensor(flag.level()) ? "tensorFlag" : "flag", flag.index());
    }

    private static boolean isOfTensor(Level level) {
        return level == Level.TENSOR;
    }
}
