package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    private final List<CodeBlock> conditions = new ArrayList<>();
    private final List<CodeBlock> calls = new ArrayList<>();

    /**
     * @param kernels where the kernels go that are called
     * @param rings the states that take turns where the loops stand
     */
    Dispatch(JavaNames methods, Describe describe, List<MethodSpec> kernels, List<Ring> rings) {
        this.rings = List.copyOf(rings);
        this.describe = describe;
        this.methods = methods;
        this.kernels = kernels;
    }

    void add(CodeBlock condition, String wanted, Loop loop) {
        String kernel = methods.fresh(wanted);
        conditions.add(condition);
        CodeBlock.Builder call = CodeBlock.builder();
        if (loop.space().isOfMatrices()) {
            call.addStatement(call(kernel, loop, ElementType.DOUBLE));
        } else {
            call.beginControlFlow("if (block.isFloat())")
                    .addStatement(call(kernel, loop, ElementType.FLOAT))
                    .nextControlFlow("else")
                    .addStatement(call(kernel, loop, ElementType.DOUBLE))
                    .endControlFlow();
            kernels.add(KernelWriter.write(kernel, loop, ElementType.FLOAT, describe, rings));
        }
        calls.add(call.build());
        kernels.add(KernelWriter.write(kernel, loop, ElementType.DOUBLE, describe, rings));
    }

    /** Adds a loop whose kernel runs on elements of one row. */
    void addForRow(CodeBlock condition, String wanted, Loop loop) {
        String kernel = methods.fresh(wanted);
        conditions.add(condition);
        calls.add(CodeBlock.builder()
                .beginControlFlow("if (block.isFloat())")
                .addStatement(callForRow(kernel, loop, ElementType.FLOAT))
                .nextControlFlow("else")
                .addStatement(callForRow(kernel, loop, ElementType.DOUBLE))
                .endControlFlow()
                .build());
        kernels.add(KernelWriter.writeForRow(kernel, loop, ElementType.FLOAT, describe, rings));
        kernels.add(KernelWriter.writeForRow(kernel, loop, ElementType.DOUBLE, describe, rings));
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

    /** A call of the kernel of a loop, with what it takes of the block at hand. */
    static CodeBlock call(String kernel, Loop loop, ElementType type) {
        return call(kernel, loop, type, array -> array(array, type));
    }

    /** A call of the kernel of a loop for elements of one row. */
    static CodeBlock callForRow(String kernel, Loop loop, ElementType type) {
        String number = type == ElementType.FLOAT ? "floatCell" : "doubleCell";
        return call(
                kernel,
                loop,
                type,
                buffer ->
                        buffer.isCell() ? CodeBlock.of("block.$L($L)", number, buffer.number()) : array(buffer, type));
    }

    private static CodeBlock call(String kernel, Loop loop, ElementType type, Function<Buffer, CodeBlock> taken) {
        List<CodeBlock> arguments = new ArrayList<>();
        loop.buffers().forEach(buffer -> arguments.add(taken.apply(buffer)));
        loop.scalars().forEach(scalar -> arguments.add(number(scalar, type)));
        loop.flags().forEach(flag -> arguments.add(condition(flag)));
        arguments.add(CodeBlock.of("block.from()"));
        arguments.add(CodeBlock.of("block.to()"));
        return CodeBlock.of("$L($L)", kernel, arguments.stream().collect(CodeBlock.joining(",$W")));
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
