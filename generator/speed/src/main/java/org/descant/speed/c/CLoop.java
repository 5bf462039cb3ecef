package org.descant.speed.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Store;

/**
 * One loop of a plan as C functions: a kernel, which works on arrays of equal length at one index; an entry that takes its arguments from
 * arrays of pointers and numbers; and, for loops that read what there is less of, such as elements that read rows, a kernel that walks over a
 * matrix and reads that where it is.
 */
final class CLoop {
    private static final String INDENT = "    ";

    private final String name;
    private final Loop loop;
    private final Map<Expr, String> reads = new HashMap<>();
    private final Map<Expr, String> scalars = new HashMap<>();
    private final Map<Expr, String> flags = new HashMap<>();
    private final Map<Variable, String> locals = new HashMap<>();
    private final List<String> arrays = new ArrayList<>();
    private final CExpressions expressions = new CExpressions(this::given);

    CLoop(String name, Loop loop) {
        this.name = name;
        this.loop = loop;
        for (int i = 0; i < loop.buffers().size(); i++) {
            arrays.add("a" + i);
        }
        for (Buffer buffer : loop.reads()) {
            reads.put(buffer.before(), "before_" + array(buffer));
        }
        for (Scalar scalar : loop.scalars()) {
            scalars.put(scalar.value(), "s" + scalars.size());
        }
        for (Flag flag : loop.flags()) {
            flags.put(flag.condition(), "f" + flags.size());
        }
    }

    String name() {
        return name;
    }

    Loop loop() {
        return loop;
    }

    /** Whether it reads what there is less of than what it runs over. */
    boolean isWalk() {
        return loop.reads().stream().anyMatch(this::isSmaller);
    }

    private boolean isSmaller(Buffer buffer) {
        return buffer.isCell() && buffer.space().cell() != loop.space().cell();
    }

    private String type() {
        return loop.space().isOfMatrices() ? "double" : "real";
    }

    private String array(Buffer buffer) {
        List<Buffer> buffers = loop.buffers();
        for (int i = 0; i < buffers.size(); i++) {
            if (buffers.get(i).number() == buffer.number()
                    && buffers.get(i).space().equals(buffer.space())) {
                return arrays.get(i);
            }
        }
        throw new IllegalStateException("no array for " + buffer);
    }

    private Optional<String> given(Expr expr) {
        if (expr instanceof Read read && locals.containsKey(read.variable())) {
            return Optional.of(locals.get(read.variable()));
        }
        Expr number = expr instanceof Narrow narrow ? narrow.number() : expr;
        if ((loop.space().isOfMatrices() || expr instanceof Narrow) && scalars.containsKey(number)) {
            return Optional.of(scalars.get(number));
        }
        if (flags.containsKey(expr)) {
            return Optional.of(flags.get(expr));
        }
        return Optional.ofNullable(reads.get(expr));
    }

    /** All functions of the loop. */
    String functions() {
        String kernel = head("_kernel", false, "long from, long to")
                + INDENT + "for (long i = from; i < to; i++) {\n" + body(false, INDENT + INDENT)
                + INDENT + "}\n}\n\n";
        return kernel + (isWalk() ? walk() : "") + entry();
    }

    /** Over the elements of some rows; over rows and columns it is the kernel but for what it reads of the matrix. */
    private String walk() {
        if (!loop.space().isOfElements()) {
            return head("_walk", true, "long from, long to")
                    + INDENT + "for (long i = from; i < to; i++) {\n" + body(true, INDENT + INDENT)
                    + INDENT + "}\n}\n\n";
        }
        return head("_walk", true, "long first, long end, long cols")
                + INDENT + "for (long row = first; row < end; row++) {\n"
                + INDENT + INDENT + "for (long col = 0; col < cols; col++) {\n"
                + INDENT + INDENT + INDENT + "const long i = row * cols + col;\n"
                + body(true, INDENT + INDENT + INDENT)
                + INDENT + INDENT + "}\n" + INDENT + "}\n}\n\n";
    }

    private String head(String suffix, boolean walks, String interval) {
        return "static __attribute__((noinline)) void " + name + suffix + "(" + parameters(walks) + ", " + interval
                + ") {\n";
    }

    /** What takes whole arrays of pointers, numbers and conditions, as the runtime's blocks hold them. */
    private String entry() {
        return "void " + name
                + "(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes) {\n"
                + INDENT + name + "_kernel(" + arguments(index -> "arrays[" + index + "]", "numbers", "flags", 0, 0)
                + ", sizes[0], sizes[1]);\n}\n\n";
    }

    private String parameters(boolean walks) {
        List<String> parameters = new ArrayList<>();
        for (Buffer buffer : loop.buffers()) {
            // The values of matrices are double where they are, and of the type at hand where they were spread.
            boolean isOfMatrix = buffer.isCell() && buffer.space().isOfMatrices();
            parameters.add((walks && isOfMatrix ? "double" : type()) + " *restrict " + array(buffer));
        }
        for (int i = 0; i < loop.scalars().size(); i++) {
            parameters.add("const " + type() + " s" + i);
        }
        for (int i = 0; i < loop.flags().size(); i++) {
            parameters.add("const int f" + i);
        }
        return String.join(", ", parameters);
    }

    /** The arguments of a call of a kernel, from arrays of arguments. */
    String arguments(IntFunction<String> pointers, String numbers, String conditions, int firstNumber, int firstFlag) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            all.add(pointers.apply(i));
        }
        IntStream.range(0, loop.scalars().size())
                .forEach(i -> all.add("(" + type() + ")" + numbers + "[" + (firstNumber + i) + "]"));
        IntStream.range(0, loop.flags().size()).forEach(i -> all.add(conditions + "[" + (firstFlag + i) + "]"));
        return all.stream().collect(Collectors.joining(", "));
    }

    private String body(boolean walks, String indent) {
        StringBuilder out = new StringBuilder();
        locals.clear();
        for (Buffer buffer : loop.reads()) {
            String element = array(buffer) + "[" + (walks ? place(buffer) : "i") + "]";
            boolean isTruth = buffer.before().kind() == Kind.BOOLEAN;
            line(
                    out,
                    indent,
                    "const " + (isTruth ? "int" : type()) + " " + reads.get(buffer.before()) + " = " + element
                            + (isTruth ? " != 0" : ""));
        }
        for (Equation equation : loop.equations()) {
            out.append(indent)
                    .append("// ")
                    .append(comment(equation.origin().text()))
                    .append('\n');
            String local = "x" + locals.size();
            String kind = equation.target().kind() == Kind.BOOLEAN ? "int" : type();
            line(out, indent, "const " + kind + " " + local + " = " + expressions.write(equation.value()));
            locals.put(equation.target(), local);
        }
        for (Store store : loop.stores()) {
            String when = store.when()
                    .map(flag -> "if (" + flags.get(flag.condition()) + ") ")
                    .orElse("");
            line(out, indent, when + array(store.buffer()) + "[i] = " + expressions.write(store.value()));
        }
        return out.toString();
    }

    private String place(Buffer buffer) {
        if (!isSmaller(buffer)) {
            return "i";
        }
        return switch (buffer.space().cell()) {
            case MATRIX -> "0";
            case ROW -> "row";
            case COL -> "col";
            case ELEMENT -> "i";
        };
    }

    private static void line(StringBuilder out, String indent, String statement) {
        out.append(indent).append(statement).append(";\n");
    }

    /** One line that ends nothing and goes on nowhere. */
    private static String comment(String text) {
        return text.replaceAll("[^ -~]|\\\\", "?");
    }
}
