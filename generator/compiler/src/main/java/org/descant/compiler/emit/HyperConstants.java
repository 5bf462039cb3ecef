package org.descant.compiler.emit;

import com.palantir.javapoet.FieldSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Hyper;

/** The places of the hyperparameters in the description, as constants of the generated class: {@code LR = 0}. */
final class HyperConstants {
    private final List<String> names = new ArrayList<>();

    /** @param taken the names of the other constants of the class */
    HyperConstants(List<Hyper> hypers, Set<String> taken) {
        JavaNames constants = new JavaNames(taken);
        for (Hyper hyper : hypers) {
            names.add(constants.fresh(JavaNames.constant(hyper.name())));
        }
    }

    /** The constant that holds this place. */
    String name(int place) {
        return names.get(place);
    }

    /** All of them: a local variable of such a name would hide one. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(FieldSpec.builder(int.class, names.get(i), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", i)
                    .build());
        }
        return fields;
    }
}
