package org.descant.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.LoopBudget;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.ElementType;
import org.descant.runtime.LongLoop;

/** One loop as a static method of arrays, numbers and an interval, for one element type. */
final class KernelWriter {
    private static final Set<String> RESERVED = Set.of(KernelScope.INDEX, KernelScope.FROM, KernelScope.TO);

    private final Loop loop;
    private final List<Ring> rings;
    private final KernelScope scope;
    private final MethodSpec.Builder method;

    private KernelWriter(
            String name, Loop loop, ElementType type, Describe describe, List<Ring> rings, boolean isOfRow) {
        this.loop = loop;
        this.rings = rings;
        this.scope = new KernelScope(loop, type, element(type), RESERVED, describe, isOfRow);
        this.method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    /**
     * @param rings the states that take turns: what is stored in the array of one is another when the step is over
     * @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number
     */
    static MethodSpec write(
            String name, Loop loop, ElementType type, Describe describe, List<Ring> rings, boolean isOfRow) {
        return new KernelWriter(name, loop, type, describe, rings, isOfRow).method();
    }

    private MethodSpec method() {
        TypeName element = element(scope.type());
        for (Buffer buffer : loop.buffers()) {
            method.addParameter(scope.isNumber(buffer) ? element : ArrayTypeName.of(element), scope.array(buffer));
        }
        for (Scalar scalar : loop.scalars()) {
            method.addParameter(element, scope.scalar(scalar));
        }
        for (Flag flag : loop.flags()) {
            method.addParameter(TypeName.BOOLEAN, scope.flag(flag));
        }
        method.addParameter(TypeName.INT, KernelScope.FROM).addParameter(TypeName.INT, KernelScope.TO);
        CasesWriter.write(loop, method, scope, this::turns);
        return method.build();
    }

    /** The loop that runs from the first index to the last. */
    private void turns(Loop left) {
        CodeBlock.Builder body = CodeBlock.builder();
        KernelScope inside = scope.inside(body);
        new TurnWriter(left, inside, rings, body).write();
        boolean isLong = left.space().isOfElements() && LoopBudget.isLong(left);
        String mark = isLong ? inside.fresh("mark") : "";
        if (isLong) {
            method.addStatement("int $L = $L", mark, KernelScope.FROM);
            body.addStatement("$1L = $2T.mark($1L)", mark, LongLoop.class);
        }
        method.beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L++)", KernelScope.INDEX, KernelScope.FROM, KernelScope.TO)
                .addCode(body.build())
                .endControlFlow();
        if (isLong) {
            method.addStatement("$T.end($L, $L)", LongLoop.class, KernelScope.FROM, mark);
        }
    }

    /** The type of an element. */
    static TypeName element(ElementType type) {
        return type == ElementType.FLOAT ? TypeName.FLOAT : TypeName.DOUBLE;
    }
}
