package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Store;
import org.descant.compiler.plan.Sweep;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;

/**
 * The methods through which the runtime has whole blocks of terms added up in the lanes of its tree, and the kernels that do it. Where matrices, rows or columns play a part, the
 * runtime cuts terms as these want them.
 */
final class BlockReductions {
    private final Plan plan;
    private final JavaNames methods;
    private final Describe describe;
    private final List<MethodSpec> kernels;
    private final int[] sweeps;

    /** @param kernels where the kernels go that are called */
    BlockReductions(Plan plan, JavaNames methods, List<MethodSpec> kernels) {
        this.plan = plan;
        this.methods = methods;
        this.describe = new Describe(plan.equations());
        this.kernels = kernels;
        this.sweeps = IntStream.range(0, plan.sweeps().size())
                .filter(sweep -> !Shifts.of(plan, plan.sweeps().get(sweep)).isOfCells()
                        && LaneKernelWriter.arePossible(plan.sweeps().get(sweep)))
                .toArray();
    }

    /** None if no sweep has terms that can be added up so. */
    List<MethodSpec> methods() {
        return sweeps.length == 0 ? List.of() : List.of(Dispatch.isOneOf("reducesBlocks", sweeps), dispatch());
    }

    private MethodSpec dispatch() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("reduceBlock")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "sweep")
                .addParameter(Block.class, "block");
        for (int i = 0; i < sweeps.length; i++) {
            CodeBlock condition = CodeBlock.of("if (sweep == $L)", sweeps[i]);
            if (sweeps.length > 1 && i == 0) {
                method.beginControlFlow("$L", condition);
            } else if (sweeps.length > 1) {
                method.nextControlFlow("else $L", condition);
            }
            addCalls(plan.sweeps().get(sweeps[i]), method);
        }
        if (sweeps.length > 1) {
            method.endControlFlow();
        }
        return method.build();
    }

    private void addCalls(Sweep sweep, MethodSpec.Builder method) {
        List<CodeBlock> ofFloats = new ArrayList<>();
        List<CodeBlock> ofDoubles = new ArrayList<>();
        for (Loop loop : sweep.termLoops()) {
            for (Store store : loop.stores()) {
                Reduced reduced = LaneKernelWriter.reduced(store, sweep).orElseThrow();
                Loop own = loop.storing(store);
                String terms = LaneKernelWriter.name(reduced, describe);
                String kernel = methods.fresh("reduce" + JavaNames.capital(terms));
                String term = methods.fresh(terms);
                ofFloats.add(call(kernel, term, own, ElementType.FLOAT, reduced));
                ofDoubles.add(call(kernel, term, own, ElementType.DOUBLE, reduced));
            }
        }
        method.beginControlFlow("if (block.isFloat())");
        ofFloats.forEach(method::addStatement);
        method.nextControlFlow("else");
        ofDoubles.forEach(method::addStatement);
        method.endControlFlow();
    }

    private CodeBlock call(String kernel, String term, Loop loop, ElementType type, Reduced reduced) {
        LaneKernelWriter writer = new LaneKernelWriter(loop, type, reduced, describe);
        kernels.add(writer.kernel(kernel, term));
        kernels.add(writer.term(term));
        return Dispatch.call(kernel, loop, type, false);
    }
}
