package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.HashSet;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Store;

/** What each turn of a loop in a vector kernel loads, computes and stores. */
final class VectorBody {
    private final Loop loop;
    private final VectorHead head;
    private final VectorTypes types;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final KernelScope scope;
    private final VectorExpressions expressions;
    private final Comments comments = new Comments();

    /** @param loop that of the kernel, or what is left of it */
    VectorBody(Loop loop, VectorHead head) {
        this.loop = loop;
        this.head = head;
        types = head.types();
        scope = head.scope().inside(code);
        expressions = new VectorExpressions(scope, types);
    }

    /** Whether a loop has a vector form: it is one over elements, and all that it computes has one. */
    static boolean isPossible(Loop loop) {
        return loop.space().isOfElements()
                && parts(loop).stream()
                        .allMatch(part -> !(part instanceof Apply apply) || VectorExpressions.knows(apply.operator()));
    }

    private static Set<Expr> parts(Loop loop) {
        Set<Expr> parts = new HashSet<>();
        loop.equations().forEach(equation -> addParts(equation.value(), parts));
        loop.stores().forEach(store -> addParts(store.value(), parts));
        return parts;
    }

    private static void addParts(Expr value, Set<Expr> parts) {
        parts.add(value);
        parts.addAll(Subexpressions.within(value));
    }

    KernelScope scope() {
        return scope;
    }

    /** Loads all that the loop reads. */
    void load() {
        for (Buffer buffer : loop.reads()) {
            if (scope.isNumber(buffer)) {
                continue;
            }
            CodeBlock loaded = CodeBlock.of(
                    "$T.fromArray($L, $L, $L)",
                    types.vector(),
                    types.species(),
                    scope.array(buffer),
                    head.index(buffer));
            if (buffer.before().kind() == Kind.BOOLEAN) {
                code.addStatement(
                        "$T $L = $L$Z.compare($T.NE, 0)",
                        types.mask(),
                        scope.keepBefore(buffer),
                        loaded,
                        VectorTypes.OPERATORS);
            } else {
                code.addStatement("$T $L = $L", types.vector(), scope.keepBefore(buffer), loaded);
            }
        }
    }

    void compute(Equation equation) {
        comments.write(code, equation.origin());
        CodeBlock value = value(equation.value());
        code.addStatement(
                "$T $L = $L",
                equation.target().kind() == Kind.BOOLEAN ? types.mask() : types.vector(),
                scope.define(equation.target()),
                value);
    }

    /** A vector or, of a condition, a mask. Parts that are read twice are computed first. */
    CodeBlock value(Expr expr) {
        return expressions.write(expr);
    }

    void store(Store store) {
        CodeBlock written = value(store.value());
        CodeBlock number = store.value().kind() == Kind.BOOLEAN
                ? CodeBlock.of("$T.zero($L)$Z.blend(1, $L)", types.vector(), types.species(), written)
                : written;
        store.when().ifPresent(flag -> code.beginControlFlow("if ($L)", scope.flag(flag)));
        code.addStatement("$L$Z.intoArray($L, $L)", number, scope.array(store.buffer()), head.index(store.buffer()));
        store.when().ifPresent(flag -> code.endControlFlow());
    }

    void addStatement(String format, Object... arguments) {
        code.addStatement(format, arguments);
    }

    /** One turn, as far as it is written. */
    CodeBlock turn() {
        return code.build();
    }
}
