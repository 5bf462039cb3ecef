package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Hyper;
import org.descant.runtime.Schedule;

/** Two setters for each hyperparameter, of a value and of a schedule, that return the optimizer. */
final class SettersWriter {
    private final ClassName optimizer;
    private final JavaNames methods;
    private final HyperConstants constants;

    SettersWriter(ClassName optimizer, JavaNames methods, HyperConstants constants) {
        this.optimizer = optimizer;
        this.methods = methods;
        this.constants = constants;
    }

    List<MethodSpec> write(List<Hyper> hypers) {
        List<MethodSpec> setters = new ArrayList<>();
        for (int i = 0; i < hypers.size(); i++) {
            Hyper hyper = hypers.get(i);
            String name = methods.fresh(JavaNames.camel(hyper.name()));
            setters.add(setter(name)
                    .addJavadoc("$L", RuleTexts.setterDoc(hyper))
                    .addParameter(double.class, "value")
                    .addStatement("set($L, value)", constants.name(i))
                    .addStatement("return this")
                    .build());
            setters.add(setter(name)
                    .addJavadoc("$L", RuleTexts.scheduleDoc(hyper))
                    .addParameter(Schedule.class, "schedule")
                    .addStatement("schedule($L, schedule)", constants.name(i))
                    .addStatement("return this")
                    .build());
        }
        return setters;
    }

    private MethodSpec.Builder setter(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(optimizer);
    }
}
