package org.descant.proof.subject;

import java.util.List;
import org.descant.compiler.Product;
import org.descant.compiler.ir.EquationSystem;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/**
 * An equation system under test, interpreted. It asks for evaluations as its generated class does: of an optimizer at least once in a step,
 * unless a condition says otherwise.
 *
 * @param product what the equations are of
 */
public record InterpretedSubject(String name, Product product, EquationSystem system, ElementType elementType)
        implements Subject {
    /** A rule under its own name. */
    public InterpretedSubject(Product product, EquationSystem system, ElementType elementType) {
        this(system.name() + ", interpreter, " + elementType.javaName(), product, system, elementType);
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new InterpretedSession(product, system, tensors, elementType);
    }
}
