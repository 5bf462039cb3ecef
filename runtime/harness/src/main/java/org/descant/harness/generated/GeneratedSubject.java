package org.descant.harness.generated;

import java.util.List;
import java.util.function.Function;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/**
 * A generated class under test: {@code new GeneratedSubject("AdamW", ElementType.FLOAT, AdamW::new)}.
 *
 * @param create its constructor
 */
public record GeneratedSubject(
        String name, ElementType elementType, Function<? super Parameters, ? extends Optimizer> create)
        implements Subject {
    @Override
    public Session begin(List<ModelTensor> tensors) {
        Model model = new Model(elementType, tensors);
        return new GeneratedSession(create.apply(model.parameters()), model);
    }
}
