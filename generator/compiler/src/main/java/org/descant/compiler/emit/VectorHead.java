package org.descant.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;

/** What every vector kernel has before its loops, for one element type: the arrays, the numbers of the step as vectors, its conditions, and where the block begins. */
final class VectorHead {
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
    private final KernelScope scope;
    private final Shifts shifts;
    private final Map<Buffer, String> ownShifts = new HashMap<>();
    private final MethodSpec.Builder method;

    /** @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number */
    VectorHead(String name, Loop loop, ElementType type, Describe describe, Shifts shifts, boolean isOfRow) {
        this.loop = loop;
        this.shifts = shifts;
        types = VectorTypes.of(type);
        scope = new KernelScope(loop, type, types.vector(), RESERVED, describe, isOfRow);
        method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Block.class, BLOCK);
        loop.buffers().forEach(this::addBuffer);
        for (Scalar scalar : loop.scalars()) {
            method.addStatement(
                    "$1T $2L = $1T.broadcast($3L, $4L)",
                    types.vector(),
                    scope.scalar(scalar),
                    types.species(),
                    Dispatch.number(scalar, types.element()));
        }
        for (Flag flag : loop.flags()) {
            method.addStatement("$T $L = $L", TypeName.BOOLEAN, scope.flag(flag), Dispatch.condition(flag));
        }
        addShifts();
        method.addStatement("int $L = $L.from()", KernelScope.FROM, BLOCK);
    }

    /** The kernel, as far as it is written. */
    MethodSpec.Builder method() {
        return method;
    }

    VectorTypes types() {
        return types;
    }

    KernelScope scope() {
        return scope;
    }

    private void addBuffer(Buffer buffer) {
        if (scope.isNumber(buffer)) {
            addNumberOfRow(buffer);
        } else if (!buffer.isOfTerms() || shifts.isOfCells()) {
            TypeName array = ArrayTypeName.of(KernelWriter.element(types.element()));
            method.addStatement("$T $L = $L", array, scope.array(buffer), Dispatch.array(buffer, types.element()));
        }
    }

    private void addNumberOfRow(Buffer buffer) {
        CodeBlock number = Dispatch.numberOfRow(buffer, types.element());
        String name = scope.keepBefore(buffer);
        if (buffer.before().kind() == Kind.BOOLEAN) {
            method.addStatement("$T $L = $L.maskAll($L != 0)", types.mask(), name, types.species(), number);
        } else {
            method.addStatement("$1T $2L = $1T.broadcast($3L, $4L)", types.vector(), name, types.species(), number);
        }
    }

    private void addShifts() {
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
    CodeBlock index(Buffer buffer) {
        String shift = shifts.isOfAll(buffer) ? SHIFT : ownShifts.getOrDefault(buffer, "");
        return shift.isEmpty()
                ? CodeBlock.of("$L", KernelScope.INDEX)
                : CodeBlock.of("$L + $L", KernelScope.INDEX, shift);
    }
}
