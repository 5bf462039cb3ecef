package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Scalar;
import org.descant.runtime.ElementType;

/** The names inside a kernel: arrays have the letters of the rule, and {@code mt} is m[t]. */
final class KernelScope implements Scope {
    static final String INDEX = "i";
    static final String FROM = "from";
    static final String TO = "to";

    private final ElementType type;
    private final CodeBlock.Builder body;
    private final Describe describe;
    private final TypeName local;
    private final JavaNames names;
    private final Map<Expr, Buffer> read = new HashMap<>();
    private final List<String> arrays = new ArrayList<>();
    private final Map<Expr, Scalar> scalars = new HashMap<>();
    private final Map<Expr, Flag> flags = new HashMap<>();
    private final Map<Buffer, String> kept = new HashMap<>();
    private final boolean isOfMatrices;
    private final boolean isOfRow;

    /**
     * @param local what a local holds
     * @param reserved names that have another meaning in the kernel
     * @param isOfRow whether the kernel runs on elements of one row, so that what is per row is a number
     */
    KernelScope(Loop loop, ElementType type, TypeName local, Set<String> reserved, Describe describe, boolean isOfRow) {
        this.isOfRow = isOfRow;
        this.type = type;
        this.local = local;
        names = new JavaNames(reserved);
        body = CodeBlock.builder();
        this.describe = describe;
        this.isOfMatrices = loop.space().isOfMatrices();
        for (Buffer buffer : loop.buffers()) {
            arrays.add(names.give(buffer, name(buffer, describe)));
        }
        loop.reads().forEach(buffer -> read.put(buffer.before(), buffer));
        for (Scalar scalar : loop.scalars()) {
            names.give(scalar, describe.number(scalar.value()));
            scalars.put(scalar.value(), scalar);
        }
        for (Flag flag : loop.flags()) {
            names.give(flag, describe.expression(flag.condition(), "condition"));
            flags.put(flag.condition(), flag);
        }
    }

    private KernelScope(KernelScope outer, CodeBlock.Builder body) {
        isOfRow = outer.isOfRow;
        type = outer.type;
        local = outer.local;
        names = new JavaNames(outer.names);
        this.body = body;
        describe = outer.describe;
        isOfMatrices = outer.isOfMatrices;
        arrays.addAll(outer.arrays);
        read.putAll(outer.read);
        scalars.putAll(outer.scalars);
        flags.putAll(outer.flags);
        kept.putAll(outer.kept);
    }

    /** The names inside one of the loops of the kernel, with all that have been given so far. */
    KernelScope inside(CodeBlock.Builder turn) {
        return new KernelScope(this, turn);
    }

    private static String name(Buffer buffer, Describe describe) {
        if (buffer.isCell()) {
            return cell(buffer.before(), buffer, describe);
        }
        if (buffer.before() instanceof Reduce reduce) {
            return describe.expression(reduce.argument(), "reduced") + "Terms";
        }
        if (buffer.before() instanceof Weight && buffer.number() > 0) {
            return "wBefore";
        }
        if (buffer.before() instanceof Read read && read.variable().isUnnamed()) {
            return describe.variable(read.variable());
        }
        return buffer.before() instanceof Previous previous
                ? Describe.state(previous.state())
                : JavaNames.camel(buffer.name());
    }

    private static String cell(Expr before, Buffer buffer, Describe describe) {
        if (before instanceof Narrow narrow) {
            return cell(narrow.number(), buffer, describe);
        } else if (before instanceof Previous previous) {
            return Describe.state(previous.state());
        }
        return describe.expression(before, before instanceof Reduce ? "reduced" : JavaNames.camel(buffer.name()));
    }

    String array(Buffer buffer) {
        return names.of(buffer);
    }

    String scalar(Scalar scalar) {
        return names.of(scalar);
    }

    String flag(Flag flag) {
        return names.of(flag);
    }

    /** The name of a condition that holds for all elements or for none. */
    Optional<String> flag(Expr condition) {
        return Optional.ofNullable(flags.get(condition)).map(names::of);
    }

    /** Whether a buffer is a number, and no array. */
    boolean isNumber(Buffer buffer) {
        return isOfRow && buffer.isOfRows();
    }

    /** The element of an array at the index of the loop. */
    CodeBlock element(Buffer buffer) {
        return isNumber(buffer) ? CodeBlock.of("$L", array(buffer)) : CodeBlock.of("$L[$L]", array(buffer), INDEX);
    }

    /** What an array holds at the index of the loop; a condition is kept as a number that is not 0. */
    Fragment held(Buffer buffer) {
        return buffer.before().kind() == Kind.BOOLEAN
                ? new Fragment(CodeBlock.of("$L != 0", element(buffer)), Fragment.EQUALITY)
                : Fragment.primary(element(buffer));
    }

    /** What is read in place of an array that a store overwrites: the array itself, or where the same values are kept. */
    Buffer source(Buffer overwritten) {
        return read.getOrDefault(overwritten.before(), overwritten);
    }

    /** The local that holds, from here on, what an array held before the loop. */
    String keepBefore(Buffer buffer) {
        String local = names.fresh(kept(buffer.before(), array(buffer)));
        kept.put(buffer, local);
        return local;
    }

    private static String kept(Expr before, String array) {
        boolean isLetter = array.length() == 1;
        if (before instanceof Read) {
            return array + (isLetter ? "t" : "T");
        }
        return before instanceof Gradient && isLetter ? array + INDEX : array + "Old";
    }

    /** A name for something of the kernel that no expression reads. */
    String fresh(String wanted) {
        return names.fresh(wanted);
    }

    /** The local that is the value of an equation. */
    String define(Variable variable) {
        String plain = describe.variable(variable);
        return names.give(variable, arrays.contains(plain) ? plain + (plain.length() == 1 ? "t" : "T") : plain);
    }

    @Override
    public ElementType type() {
        return type;
    }

    @Override
    public boolean isOfLoop() {
        return true;
    }

    @Override
    public Optional<Fragment> given(Expr expr) {
        if (expr instanceof Read read && names.has(read.variable())) {
            return Optional.of(Fragment.name(names.of(read.variable())));
        }
        Expr number = expr instanceof Narrow narrow ? narrow.number() : expr;
        if ((isOfMatrices || expr instanceof Narrow) && scalars.containsKey(number)) {
            return Optional.of(Fragment.name(scalar(scalars.get(number))));
        }
        Flag flag = flags.get(expr);
        if (flag != null) {
            return Optional.of(Fragment.name(flag(flag)));
        }
        Buffer buffer = read.get(expr);
        if (buffer != null) {
            String local = kept.get(buffer);
            return Optional.of(local == null ? held(buffer) : Fragment.name(local));
        }
        return Optional.empty();
    }

    @Override
    public String describe(Expr expr) {
        return describe.expression(expr, "part");
    }

    @Override
    public Fragment keep(String wanted, CodeBlock value) {
        String name = names.fresh(wanted);
        body.addStatement("$T $L = $L", local, name, value);
        return Fragment.name(name);
    }
}
