package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Store;

/** What a loop does with one element: it loads, computes and stores, so that nothing is overwritten too early or loaded twice. */
final class TurnWriter {
    private final Loop loop;
    private final KernelScope scope;
    private final ExpressionWriter expressions;
    private final BufferUses uses;
    private final List<Ring> rings;
    private final Comments comments = new Comments();
    private final CodeBlock.Builder body;

    /**
     * @param rings the states that take turns: what is stored in the array of one is another when the step is over
     * @param body where statements go, those of the scope among them
     */
    TurnWriter(Loop loop, KernelScope scope, List<Ring> rings, CodeBlock.Builder body) {
        this.loop = loop;
        this.scope = scope;
        this.expressions = new ExpressionWriter(scope);
        this.uses = new BufferUses(loop);
        this.rings = rings;
        this.body = body;
    }

    void write() {
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
        return value.kind() == Kind.BOOLEAN ? TypeName.BOOLEAN : KernelWriter.element(scope.type());
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
        body.addStatement("$T $L = $L", type(new Read(equation.target())), scope.define(equation.target()), value);
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
        CodeBlock written = expressions.write(value);
        CodeBlock code = value.kind() == Kind.BOOLEAN ? CodeBlock.of("($L) ? 1 : 0", written) : written;
        rings.stream()
                .filter(ring -> store.buffer().before().equals(new Previous(ring.oldest())))
                .forEach(ring -> body.add("// $L\n", Escape.lineComment(ring.turn())));
        store.when().ifPresent(flag -> body.beginControlFlow("if ($L)", scope.flag(flag)));
        body.addStatement("$L = $L", scope.element(store.buffer()), code);
        store.when().ifPresent(flag -> body.endControlFlow());
    }
}
