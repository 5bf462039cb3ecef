package org.descant.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;

/** No name and no comment changes what the class of a rule does beyond its equations, whichever compiler reads the Java. */
class HostileTextTest {
    private static final String DOC =
            "/// */ } static { System.exit(1); } /* \\u002a\\u002f \\u000a } $L $T {@link Object} {@code <b> \\\\u002a/ \\uuu000a x";

    /** Java's words and types, members of the base class and of every object, and names of the kind that generated code takes for itself. */
    private static final List<String> NAMES = List.of(
            "class",
            "int",
            "static",
            "final",
            "void",
            "double",
            "float",
            "boolean",
            "long",
            "new",
            "this",
            "super",
            "null",
            "public",
            "while",
            "for",
            "switch",
            "var",
            "record",
            "yield",
            "enum",
            "assert",
            "native",
            "package",
            "Optimizer",
            "Step",
            "Math",
            "String",
            "Object",
            "Parameters",
            "Numeric",
            "StrictMath",
            "System",
            "Override",
            "Double",
            "Float",
            "hashCode",
            "getClass",
            "toString",
            "equals",
            "wait",
            "notify",
            "clone",
            "finalize",
            "step",
            "set",
            "get",
            "state",
            "description",
            "DESCRIPTION",
            "HYPERS",
            "from",
            "to",
            "i",
            "i0",
            "block",
            "scalars",
            "flags",
            "arrays",
            "index",
            "next",
            "previous",
            "t0",
            "org",
            "java",
            "descant",
            "lang",
            "serialVersionUID",
            "main",
            "α",
            "β1",
            "x_1",
            "x1",
            "X1",
            "lR",
            "LR",
            "beta_1",
            "l",
            "I",
            "g2",
            "w2",
            "kernel",
            "sweep",
            "start",
            "prologue",
            "begin",
            "check",
            "rule",
            "row",
            "f32",
            "f64",
            "a".repeat(300),
            "A".repeat(300));

    private static final Pattern DECLARED = Pattern.compile(
            "(?m)^\\s*(?:hyper|option|state)\\s+(\\w+)|^\\s*(\\w+)(?:\\[t])?\\s*=[^=]|^optimizer\\s+\\w+\\((\\w+),\\s*(\\w+)\\)");

    @Test
    void hostileNamesAndComments_leaveEveryBitAsItIs() {
        Random random = new Random(4);
        List<ClassCompiler> compilers = new ArrayList<>(List.of(new JaninoCompiler()));
        JavacCompiler.ofThisJdk().ifPresent(compilers::add);
        int attacked = 0;
        for (String text : Seeds.library()) {
            if (text.contains("import ")) {
                continue;
            }
            Optional<float[]> plain = run(text, compilers.get(0));
            String hostile = comments(rename(text, random));
            for (ClassCompiler compiler : compilers) {
                Optional<float[]> after = plain.isEmpty() ? Optional.empty() : run(hostile, compiler);
                if (after.isPresent()) {
                    attacked++;
                    assertThat(after.get())
                            .describedAs("%s%n%s", compiler.name(), hostile)
                            .containsExactly(plain.orElseThrow());
                }
            }
        }

        // A new name can be that of a function that the rule applies, or pass for none: such a text is refused.
        assertThat(attacked).isGreaterThan(30 * compilers.size());
    }

    /** Every name that the file declares, once and for all of it under another. */
    private static String rename(String text, Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Map<String, String> renamed = new TreeMap<>();
        Matcher declared = DECLARED.matcher(text);
        while (declared.find()) {
            for (int group = 1; group <= declared.groupCount(); group++) {
                String name = declared.group(group);
                if (name != null && !names.isEmpty() && !name.equals("t")) {
                    renamed.computeIfAbsent(name, any -> names.remove(random.nextInt(names.size())));
                }
            }
        }
        StringBuilder result = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int comment = line.indexOf("//") < 0 ? line.length() : line.indexOf("//");
            result.append(Pattern.compile("(?<![\\w.])(?!optimizer|hyper|state|option|output)\\w+(?!\\w|\\s*:|\\()")
                            .matcher(line.substring(0, comment))
                            .replaceAll(word -> renamed.getOrDefault(word.group(), word.group())))
                    .append(line.substring(comment))
                    .append('\n');
        }
        return result.toString();
    }

    private static String comments(String text) {
        return text.replaceAll(
                        "(?m)^(\\s*(?:hyper|state|option|optimizer) .*[^{\\s])$", "$1 " + Matcher.quoteReplacement(DOC))
                .replaceAll("(?m)^optimizer ", Matcher.quoteReplacement(DOC) + "\noptimizer ");
    }

    /** The parameters after three steps; empty where the rule is refused or asks for more than a gradient. */
    private static Optional<float[]> run(String text, ClassCompiler compiler) {
        String rule = firstRule(text);
        float[] w = {1, -2, 0.5f, 3, 0.25f, -0.125f};
        float[] g = new float[w.length];
        Optimizer optimizer;
        try {
            CompiledRule compiled =
                    Descant.compiler().backEnd(compiler).rule(rule).compile(new SourceText("*/ \\u002a/ $L.opt", text));
            optimizer =
                    compiled.create(Parameters.builder().tensor("w", w, g, 2, 3).build());
        } catch (RuleException refused) {
            return Optional.empty();
        }
        for (int step = 1; step <= 3; step++) {
            for (int i = 0; i < g.length; i++) {
                g[i] = (float) Math.sqrt(i + 1) / step * (i % 2 == 0 ? 1 : -1);
            }
            try {
                optimizer.step();
            } catch (IllegalStateException asksForMore) {
                return Optional.empty();
            }
        }
        return Optional.of(w);
    }

    private static String firstRule(String text) {
        Matcher matcher = Pattern.compile("(?m)^optimizer\\s+(\\w+)").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
