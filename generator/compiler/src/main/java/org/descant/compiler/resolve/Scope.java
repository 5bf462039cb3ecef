package org.descant.compiler.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.View;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.text.ScopeKind;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.OptimizerDeclaration;

/**
 * The names that one body sees when it is written out at one place.
 *
 * @param file where the body stands; functions are looked up from there
 * @param path the names of the equations that lead here, empty for the rule that is compiled
 * @param clock the steps on which the body is active
 * @param lent the name that the only state inside takes, where the equation outside lends its own
 * @param active the declarations that are being written out, outermost first, this one last
 */
record Scope(
        ScopeKind kind,
        LoadedFile file,
        String path,
        Clock clock,
        View view,
        Optional<Lent> lent,
        List<Declaration> active,
        Map<String, Symbol> values,
        Map<String, RuleParameterSymbol> rules) {
    private static final Pattern UNNAMED_PART = Pattern.compile("#(?=\\D)");

    static Scope of(ScopeKind kind, LoadedFile file, String path, Clock clock, View view, List<Declaration> active) {
        return new Scope(
                kind, file, path, clock, view, Optional.empty(), active, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    Scope lending(Optional<Lent> name) {
        return new Scope(kind, file, path, clock, view, name, active, values, rules);
    }

    /** The unique name of an equation or memory of this body. */
    String variable(String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    /** An equation of this body as a line that says where it belongs: {@code fast.m[t] = …}. */
    public String line(String equation) {
        String outside = shown(path);
        return outside.isEmpty() ? equation : outside + "." + equation;
    }

    /** A unique name for people: without the part that is resolved by itself, and no sign before the name of a part within an equation. */
    public String shown(String variable) {
        boolean inRule = active.isEmpty() || active.get(0) instanceof OptimizerDeclaration;
        String own = inRule ? "" : active.get(0).name().text();
        String below = variable.equals(own)
                ? ""
                : !inRule && variable.startsWith(own + ".") ? variable.substring(own.length() + 1) : variable;
        return UNNAMED_PART.matcher(below).replaceAll(".");
    }
}
