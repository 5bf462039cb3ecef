package org.descant.proof.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fresh names, each given once; some of them mean something to Java, to generated code or elsewhere in the language. */
final class Names {
    private static final List<String> ODD = List.of(
            "class", "int", "float", "step", "from", "to", "length", "values", "i", "double", "row", "model", "f32",
            "Math", "Numeric", "set", "new", "this", "norm", "sqrt", "state_", "last", "create", "get", "static",
            "group", "x_", "rule", "bf16", "col", "tensor", "matrix", "name", "block", "k", "e", "E", "epsilon", "void",
            "null_", "alpha", "Alpha");

    private final Dice dice;
    private final List<String> odd;
    private final Set<String> given = new HashSet<>();

    Names(Dice dice) {
        this.dice = dice;
        this.odd = new ArrayList<>(dice.shuffled(ODD));
    }

    /** A name of a value, which may be an odd one. */
    String fresh(String prefix) {
        String name = !odd.isEmpty() && dice.chance(12) ? odd.remove(0) : prefix + (given.size() + 1);
        return given.add(name) ? name : fresh(prefix);
    }

    /** A name of something that is called, which cannot be that of a function of the language. */
    String function(String prefix) {
        String name = prefix + (given.size() + 1);
        return given.add(name) ? name : function(prefix + "_");
    }
}
