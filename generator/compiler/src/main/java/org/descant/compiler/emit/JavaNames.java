package org.descant.compiler.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The Java names of one scope: each thing gets one, near to its name in the rule, and no two get the same. */
final class JavaNames {
    /** Simple names of types that generated code speaks of, which a variable of that name would hide, and the roots of their packages. */
    private static final Set<String> HIDDEN_BY_VARIABLES = Set.of(
            "Math",
            "Numeric",
            "Optimizer",
            "Step",
            "TensorStep",
            "Block",
            "Range",
            "Schedule",
            "Double",
            "Float",
            "org",
            "java");

    /** More simple names of types that generated code speaks of; a class of that name would take their place in its whole package. */
    private static final Set<String> HIDDEN_BY_CLASSES = Set.of(
            "IllegalArgumentException",
            "IllegalStateException",
            "Object",
            "Override",
            "Parameters",
            "ReductionKind",
            "RuleDescription",
            "ScheduleDescription",
            "SettableSchedule",
            "StateShape",
            "Storage",
            "String");

    /** Words that name no type, and that one compiler or the other takes for more than a name in some places. */
    private static final Set<String> NO_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    private final Set<String> taken = new HashSet<>(HIDDEN_BY_VARIABLES);
    private final Map<Object, String> names = new HashMap<>();

    JavaNames(Set<String> reserved) {
        taken.addAll(reserved);
    }

    /** The names of a scope inside another. */
    JavaNames(JavaNames outer) {
        taken.addAll(outer.taken);
        names.putAll(outer.names);
    }

    /** Gives a thing the name that it wants, or the next free one. */
    String give(Object thing, String wanted) {
        String name = fresh(wanted);
        if (names.put(thing, name) != null) {
            throw new IllegalStateException("named twice: " + thing);
        }
        return name;
    }

    /** A name for something that is not asked for again. */
    String fresh(String wanted) {
        String base = isFree(wanted) ? wanted : wanted + "Value";
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + (endsInDigit(base) ? "_" : "") + i;
        }
        return name;
    }

    /** The name of a rule's class, which hides no type that generated classes beside it speak of. */
    static String type(String rule) {
        String name = camel(rule);
        return isFreeType(name) ? name : capital(name) + "Rule";
    }

    /** The name of a schedule's class, with a capital: {@code warmup_cosine} as {@code WarmupCosine}, {@code step} as {@code StepSchedule}. */
    static String scheduleType(String schedule) {
        String name = capital(camel(schedule));
        return isFreeType(name) ? name : name + "Schedule";
    }

    private static boolean isFreeType(String name) {
        return isFree(name) && !HIDDEN_BY_VARIABLES.contains(name) && !HIDDEN_BY_CLASSES.contains(name);
    }

    private static boolean isFree(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_17) && !NO_TYPES.contains(name);
    }

    boolean has(Object thing) {
        return names.containsKey(thing);
    }

    String of(Object thing) {
        String name = names.get(thing);
        if (name == null) {
            throw new IllegalStateException("no name was given to " + thing);
        }
        return name;
    }

    /** {@code weight_decay} as {@code weightDecay}, {@code inner.m} as {@code innerM}, {@code g[t-2]} as {@code gLag2}, {@code w[0]} as {@code w0}. */
    static String camel(String name) {
        String spoken = name.replace("[t-", "_lag").replace("[", "").replace("]", "");
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < spoken.length(); i++) {
            char c = spoken.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                out.append(upper && out.length() > 0 ? Character.toUpperCase(c) : c);
                upper = false;
            } else {
                upper = true;
            }
        }
        String camel = out.toString();
        if (camel.isEmpty()) {
            return "x";
        }
        return Character.isDigit(camel.charAt(0)) ? "x" + camel : camel;
    }

    /** {@code weight_decay} as {@code WEIGHT_DECAY}, {@code inner.lr} as {@code INNER_LR}. */
    static String constant(String name) {
        String words = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (words.isEmpty()) {
            return "X";
        }
        String constant = words.toUpperCase(Locale.ROOT);
        return Character.isDigit(constant.charAt(0)) ? "X" + constant : constant;
    }

    /** A name that begins with a capital: {@code one} as {@code One}. */
    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean endsInDigit(String name) {
        return Character.isDigit(name.charAt(name.length() - 1));
    }
}
