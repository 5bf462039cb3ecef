package org.descant.proof.subject;

import java.util.List;
import org.descant.compiler.ir.EquationSystem;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/** An equation system under test, interpreted. */
public record InterpretedSubject(String name, EquationSystem system, ElementType elementType) implements Subject {
    /** A rule under its own name. */
    public InterpretedSubject(EquationSystem system, ElementType elementType) {
        this(system.name() + ", interpreter, " + elementType.javaName(), system, elementType);
    }

    @Override
    public Session begin(List<ModelTensor> tensors) {
        return new InterpretedSession(system, tensors, elementType);
    }
}
