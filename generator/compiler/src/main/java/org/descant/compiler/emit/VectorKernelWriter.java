package org.descant.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Read;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Store;
import org.descant.runtime.ElementType;

/**
 * One loop as a static method that calls the Vector API, for one element type; it returns where it ended. In each turn it loads all that it reads,
 * then computes, then stores, so that nothing is overwritten too early.
 */
final class VectorKernelWriter {
    private VectorKernelWriter() {}

    /** @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number */
    static MethodSpec write(
            String name, Loop loop, ElementType type, Describe describe, Shifts shifts, boolean isOfRow) {
        VectorHead head = new VectorHead(name, loop, type, describe, shifts, isOfRow);
        MethodSpec.Builder method = head.method();
        method.returns(TypeName.INT)
                .addStatement(
                        "int $1L = $2L + $3L.loopBound($4L.to() - $2L)",
                        VectorHead.END,
                        KernelScope.FROM,
                        head.types().species(),
                        VectorHead.BLOCK);
        CasesWriter.write(loop, method, head.scope(), left -> turns(left, head));
        return method.addStatement("return $L", VectorHead.END).build();
    }

    private static void turns(Loop left, VectorHead head) {
        VectorBody body = new VectorBody(left, head);
        body.load();
        computeAndStore(left, body);
        head.method()
                .beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L += $4L.length())",
                        KernelScope.INDEX,
                        KernelScope.FROM,
                        VectorHead.END,
                        head.types().species())
                .addCode(body.turn())
                .endControlFlow();
    }

    /** Stores each value as soon as it is computed. */
    private static void computeAndStore(Loop loop, VectorBody body) {
        List<Store> pending = new ArrayList<>(loop.stores());
        for (Equation equation : loop.equations()) {
            body.compute(equation);
            List<Store> ready = pending.stream()
                    .filter(store -> store.value().equals(new Read(equation.target())))
                    .toList();
            ready.forEach(body::store);
            pending.removeAll(ready);
        }
        pending.forEach(body::store);
    }
}
