package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Store;

/**
 * A store that on some steps would leave what is there: {@code s[t] = if t % k == 0 then … else s[t-1]}. If it is not made then, C2, which makes a loop for either truth of a condition
 * that holds for all elements, leaves the array alone in one of them; what is read and stored again goes through memory.
 *
 * @param condition without which it is not made
 * @param value what it stores
 */
record SomeSteps(CodeBlock condition, Expr value) {
    /**
     * How a store of every step is made on some; nothing if it changes what is there on all.
     *
     * @param value what is to be written for its value: that itself, or what it is computed as
     */
    static Optional<SomeSteps> of(Store store, Expr value, Loop loop, KernelScope scope) {
        // While a gradient is asked for at a point, the point is in the array of w, and what w was is read from
        // another.
        boolean isInPlace = loop.reads().contains(store.buffer());
        if (!isInPlace || !(loop.computed(value) instanceof Apply choice) || choice.operator() != Operator.CHOOSE) {
            return Optional.empty();
        }
        Expr before = store.buffer().before();
        boolean isOtherwise = choice.operands().get(1).equals(before);
        Optional<String> flag = isOtherwise || choice.operands().get(2).equals(before)
                ? scope.flag(choice.operands().get(0))
                : Optional.empty();
        Expr stored = value.equals(choice) ? choice.operands().get(isOtherwise ? 2 : 1) : value;
        return flag.map(name -> new SomeSteps(CodeBlock.of(isOtherwise ? "!$L" : "$L", name), stored));
    }
}
