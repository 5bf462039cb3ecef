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
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Store;
import org.descant.runtime.ElementType;
import org.descant.runtime.LongLoop;

/** One loop as a static method of arrays, numbers and an interval, for one element type. */
final class KernelWriter {
    private static final Set<String> RESERVED = Set.of(KernelScope.INDEX, KernelScope.FROM, KernelScope.TO);

    private final Loop loop;
    private final KernelScope scope;
    private final ExpressionWriter expressions;
    private final BufferUses uses;
    private final List<Ring> rings;
    private final Comments comments = new Comments();
    private final CodeBlock.Builder body = CodeBlock.builder();

    private KernelWriter(Loop loop, ElementType type, Describe describe, List<Ring> rings, boolean isOfRow) {
        this.rings = rings;
        this.loop = loop;
        this.uses = new BufferUses(loop);
        this.scope = new KernelScope(loop, type, element(type), RESERVED, describe, body, isOfRow);
        this.expressions = new ExpressionWriter(scope);
    }

    /**
     * @param rings the states that take turns: what is stored in the array of one is another when the step is over
     * @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number
     */
    static MethodSpec write(
            String name, Loop loop, ElementType type, Describe describe, List<Ring> rings, boolean isOfRow) {
        return new KernelWriter(loop, type, describe, rings, isOfRow).method(name);
    }

    private MethodSpec method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        TypeName element = type();
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
        writeBody();
        return method.addCode(scope.isOfLongLoop() ? longLoop(scope.fresh("mark"), body.build()) : loop(body.build()))
                .build();
    }

    /** The loop that runs from the first index to the last. */
    private static CodeBlock loop(CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L++)", KernelScope.INDEX, KernelScope.FROM, KernelScope.TO)
                .add(body)
                .endControlFlow()
                .build();
    }

    private static CodeBlock longLoop(String mark, CodeBlock body) {
        CodeBlock next = CodeBlock.of("$1L = $2T.mark($1L);\n", mark, LongLoop.class);
        return CodeBlock.builder()
                .addStatement("int $L = $L", mark, KernelScope.FROM)
                .add(loop(body.toBuilder().add(next).build()))
                .addStatement("$T.end($L, $L)", LongLoop.class, KernelScope.FROM, mark)
                .build();
    }

    private TypeName type() {
        return element(scope.type());
    }

    /** The type of an element. */
    static TypeName element(ElementType type) {
        return type == ElementType.FLOAT ? TypeName.FLOAT : TypeName.DOUBLE;
    }

    private void writeBody() {
        for (Buffer buffer : loop.reads()) {
            if (uses.isReadTwice(buffer) && !scope.isNumber(buffer)) {
                keepBefore(buffer);
            }
        }
        List<Store> pending = new ArrayList<>(loop.stores());
        for (int i = 0; i < loop.equations().size(); i++) {
            writeEquation(i, pending);
        }
        writeRest(pending);
    }

    private void keepBefore(Buffer buffer) {
        Fragment held = scope.held(buffer);
        body.addStatement("$T $L = $L", type(buffer.before()), scope.keepBefore(buffer), held.code());
    }

    private TypeName type(Expr value) {
        return value.kind() == Kind.BOOLEAN ? TypeName.BOOLEAN : type();
    }

    private void writeEquation(int place, List<Store> pending) {
        Equation equation = loop.equations().get(place);
        comments.write(body, equation.origin());
        Optional<Store> direct = pending.stream()
                .filter(store -> uses.isOnlyStored(equation.target(), store) && uses.isFree(store, place, pending))
                .findFirst();
        if (direct.isPresent()) {
            store(direct.get(), equation.value());
            pending.remove(direct.get());
            return;
        }
        CodeBlock value = expressions.write(equation.value());
        body.addStatement(
                "$T $L = $L",
                equation.target().kind() == Kind.BOOLEAN ? TypeName.BOOLEAN : type(),
                scope.define(equation.target()),
                value);
        List<Store> ready = pending.stream()
                .filter(store ->
                        store.value().equals(new Read(equation.target())) && uses.isFree(store, place, pending))
                .toList();
        ready.forEach(store -> store(store, store.value()));
        pending.removeAll(ready);
    }

    /** Stores what is left, each only when no other one needs what it overwrites; where they need each other, one is kept aside. */
    private void writeRest(List<Store> pending) {
        int end = loop.equations().size();
        while (!pending.isEmpty()) {
            Optional<Store> free = pending.stream()
                    .filter(store -> uses.isFree(store, end, pending))
                    .findFirst();
            Store next = free.orElse(pending.get(0));
            if (free.isEmpty()) {
                Buffer buffer = scope.source(next.buffer());
                keepBefore(buffer);
                uses.keep(buffer);
            } else {
                store(next, next.value());
                pending.remove(next);
            }
        }
    }

    private void store(Store store, Expr value) {
        Optional<SomeSteps> some =
                store.when().isPresent() ? Optional.empty() : SomeSteps.of(store, value, loop, scope);
        CodeBlock written = expressions.write(some.map(SomeSteps::value).orElse(value));
        CodeBlock code = value.kind() == Kind.BOOLEAN ? CodeBlock.of("($L) ? 1 : 0", written) : written;
        rings.stream()
                .filter(ring -> store.buffer().before().equals(new Previous(ring.oldest())))
                .forEach(ring -> body.add("// $L\n", Escape.lineComment(ring.turn())));
        Optional<CodeBlock> when =
                store.when().map(flag -> CodeBlock.of("$L", scope.flag(flag))).or(() -> some.map(SomeSteps::condition));
        when.ifPresent(condition -> body.beginControlFlow("if ($L)", condition));
        body.addStatement("$L = $L", scope.element(store.buffer()), code);
        when.ifPresent(condition -> body.endControlFlow());
    }
}
