package org.descant.compiler.resolve.text;

import java.util.Map;
import java.util.Optional;

/** What is written here for functions that other languages and libraries have. */
public final class ForeignFunctions {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("clip", "clamp(x, low, high)"),
            Map.entry("square", "x^2"),
            Map.entry("pow", "x^y"),
            Map.entry("power", "x^y"),
            Map.entry("rsqrt", "1 / sqrt(x)"),
            Map.entry("reciprocal", "1 / x"),
            Map.entry("maximum", "max(x, y)"),
            Map.entry("minimum", "min(x, y)"),
            Map.entry("where", "if c then a else b"),
            Map.entry("select", "if c then a else b"),
            Map.entry("sigmoid", "1 / (1 + exp(-x))"),
            Map.entry("relu", "max(x, 0)"),
            Map.entry("absolute", "abs(x)"),
            Map.entry("fabs", "abs(x)"),
            Map.entry("log2", "log(x) / log(2)"),
            Map.entry("log10", "log(x) / log(10)"),
            Map.entry("fmod", "mod(x, y)"),
            Map.entry("remainder", "mod(x, y)"),
            Map.entry("average", "mean(x)"),
            Map.entry("zeros_like", "0"),
            Map.entry("ones_like", "1"));

    private ForeignFunctions() {}

    /** The expression that stands for a call of that function, of arguments x and y. */
    public static Optional<String> instead(String name) {
        return Optional.ofNullable(INSTEAD.get(name));
    }
}
