package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Set;
import org.descant.runtime.ElementType;

/**
 * The types of the Vector API that a kernel for one element type speaks of. They are known by name alone: the compiler runs where their module is not.
 *
 * @param vector the numbers of one vector
 * @param mask a condition for each of them
 * @param species the constant that says how many there are
 */
record VectorTypes(ElementType element, ClassName vector, TypeName mask, String species) {
    static final ClassName OPERATORS = name("VectorOperators");
    static final ClassName FLOAT_VECTOR = name("FloatVector");
    static final ClassName DOUBLE_VECTOR = name("DoubleVector");
    static final String FLOATS = "FLOATS";
    static final String DOUBLES = "DOUBLES";

    /** Simple names that a variable would hide. */
    static final Set<String> NAMES = Set.of("FloatVector", "DoubleVector", "VectorMask", "VectorOperators", "Arrays");

    private static final ClassName MASK = name("VectorMask");
    private static final ClassName SPECIES = name("VectorSpecies");

    private static ClassName name(String simple) {
        return ClassName.get("jdk.incubator.vector", simple);
    }

    static VectorTypes of(ElementType element) {
        TypeName boxed = KernelWriter.element(element).box();
        return switch (element) {
            case FLOAT -> new VectorTypes(element, FLOAT_VECTOR, ParameterizedTypeName.get(MASK, boxed), FLOATS);
            case DOUBLE -> new VectorTypes(element, DOUBLE_VECTOR, ParameterizedTypeName.get(MASK, boxed), DOUBLES);
        };
    }

    /** The type of the constant that says how many numbers a vector has. */
    TypeName speciesType() {
        return ParameterizedTypeName.get(SPECIES, KernelWriter.element(element).box());
    }
}
