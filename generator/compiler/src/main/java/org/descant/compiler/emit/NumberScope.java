package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Variable;
import org.descant.runtime.ElementType;

/** The names inside a method that computes numbers in double: what it reads and what it computes are locals of their own names. */
final class NumberScope implements Scope {
    private final JavaNames names;
    private final CodeBlock.Builder body;
    private final Describe describe;

    /** @param reserved names that mean something else where the method stands */
    NumberScope(Describe describe, Set<String> reserved, CodeBlock.Builder body) {
        this.names = new JavaNames(reserved);
        this.describe = describe;
        this.body = body;
    }

    /** Gives a leaf a name for what holds it already, such as a field. */
    String name(Expr leaf, String wanted) {
        return names.give(leaf, wanted);
    }

    /** Reads a leaf, or a value that was computed elsewhere, into a local. */
    void take(Expr leaf, String wanted, CodeBlock value) {
        body.addStatement("$L $L = $L", type(leaf.kind()), names.give(thing(leaf), wanted), value);
    }

    private static Object thing(Expr expr) {
        return expr instanceof Read read ? read.variable() : expr;
    }

    private static String type(Kind kind) {
        return kind == Kind.BOOLEAN ? "boolean" : "double";
    }

    void define(Variable variable, CodeBlock value) {
        String local = names.give(variable, describe.variable(variable));
        body.addStatement("$L $L = $L", type(variable.kind()), local, value);
    }

    @Override
    public ElementType type() {
        return ElementType.DOUBLE;
    }

    @Override
    public boolean isOfLoop() {
        return false;
    }

    @Override
    public Optional<Fragment> given(Expr expr) {
        Object thing = thing(expr);
        return names.has(thing) ? Optional.of(Fragment.name(names.of(thing))) : Optional.empty();
    }

    @Override
    public String describe(Expr expr) {
        return describe.expression(expr, "part");
    }

    @Override
    public Fragment keep(String wanted, CodeBlock value) {
        String local = names.fresh(wanted);
        body.addStatement("double $L = $L", local, value);
        return Fragment.name(local);
    }
}
