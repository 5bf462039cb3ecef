package org.descant.proof.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.JavacCompiler;

/** A way to run a rule. All give the same bits. */
public enum BackEnd {
    /** The equations as they are written, one after the other. */
    INTERPRETER("interpreter"),
    /** The generated class, compiled by Janino. */
    JANINO("janino"),
    /** The generated class, compiled by the compiler of the JDK. */
    JAVAC("javac");

    private final String label;

    BackEnd(String label) {
        this.label = label;
    }

    /** How reports and options call it. */
    public String label() {
        return label;
    }

    /** Those that this Java offers; one without a JDK has no javac. */
    public static List<BackEnd> available() {
        return Arrays.stream(values())
                .filter(backEnd -> backEnd == INTERPRETER || backEnd.compiler().isPresent())
                .toList();
    }

    /** What compiles its Java; none for the interpreter, and where it is not installed. */
    Optional<ClassCompiler> compiler() {
        return switch (this) {
            case INTERPRETER -> Optional.empty();
            case JANINO -> Optional.of(new JaninoCompiler());
            case JAVAC -> JavacCompiler.ofThisJdk();
        };
    }
}
