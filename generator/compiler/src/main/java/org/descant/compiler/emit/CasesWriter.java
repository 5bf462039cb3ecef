package org.descant.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import java.util.function.Consumer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.LoopCases;

/** The cases of a loop as Java: {@code if (sync) … else …} around the loops. */
final class CasesWriter {
    private final MethodSpec.Builder method;
    private final KernelScope scope;
    private final Consumer<Loop> turns;

    private CasesWriter(MethodSpec.Builder method, KernelScope scope, Consumer<Loop> turns) {
        this.method = method;
        this.scope = scope;
        this.turns = turns;
    }

    /**
     * Writes the cases of a loop.
     *
     * @param scope where its conditions have names
     * @param turns writes the loop of a case
     */
    static void write(Loop loop, MethodSpec.Builder method, KernelScope scope, Consumer<Loop> turns) {
        new CasesWriter(method, scope, turns).write(LoopCases.of(loop));
    }

    private void write(LoopCases cases) {
        if (cases instanceof LoopCases.Turns one) {
            turns.accept(one.loop());
        } else if (cases instanceof LoopCases.Decision first) {
            write(first);
        }
    }

    private void write(LoopCases.Decision first) {
        LoopCases rest = first;
        boolean isFirst = true;
        while (rest instanceof LoopCases.Decision decision) {
            boolean isWhere = !(decision.where() instanceof LoopCases.Nothing);
            String condition = (isWhere ? "" : "!") + scope.flag(decision.flag());
            if (isFirst) {
                method.beginControlFlow("if ($L)", condition);
            } else {
                method.nextControlFlow("else if ($L)", condition);
            }
            write(isWhere ? decision.where() : decision.otherwise());
            rest = isWhere ? decision.otherwise() : decision.where();
            isFirst = false;
        }
        if (rest instanceof LoopCases.Turns last) {
            method.nextControlFlow("else");
            turns.accept(last.loop());
        }
        method.endControlFlow();
    }
}
