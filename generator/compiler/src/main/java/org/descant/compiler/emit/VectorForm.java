package org.descant.compiler.emit;

import java.util.Optional;
import java.util.function.Supplier;
import org.descant.compiler.plan.Plan;

/**
 * The vector form of a rule's class, which is not generated before somebody asks for it: the runtime does where the Vector API is there, in the background.
 *
 * @param className with its package
 * @param source nothing if none of the rule's loops has a vector form
 */
public record VectorForm(String className, Supplier<Optional<JavaSource>> source) {
    /** That of a rule whose class is in this package. */
    public static VectorForm of(Plan plan, String packageName) {
        return new VectorForm(VectorsWriter.className(plan, packageName), () -> VectorsWriter.write(plan, packageName));
    }
}
