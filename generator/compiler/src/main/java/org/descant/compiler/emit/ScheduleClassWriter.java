package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.plan.SchedulePlan;
import org.descant.runtime.ElementType;
import org.descant.runtime.Numeric;
import org.descant.runtime.ScheduleDescription;
import org.descant.runtime.SettableSchedule;

/** The class of a schedule: a field and a setter for each parameter, and one method that computes the value. */
public final class ScheduleClassWriter {
    private static final String DESCRIPTION = "DESCRIPTION";
    private static final String CLOCK = "completedUpdates";
    private static final String VALUE = "value";
    private static final String PARAMETER = "parameter";
    private static final Set<String> RESERVED = Set.of(DESCRIPTION, CLOCK, VALUE, PARAMETER);

    private final SchedulePlan plan;
    private final List<Hyper> parameters;
    private final ClassName name;
    private final RuleTexts texts;
    private final CodeBlock.Builder body = CodeBlock.builder();
    private final NumberScope scope;
    private final List<String> fields;

    private ScheduleClassWriter(SchedulePlan plan, String packageName) {
        this.plan = plan;
        this.parameters = plan.system().hypers();
        this.name =
                ClassName.get(packageName, JavaNames.scheduleType(plan.system().name()));
        this.texts = RuleTexts.ofSchedule(plan);
        this.scope =
                new NumberScope(new Describe(plan.equations(), plan.system().name() + "."), RESERVED, body);
        this.fields = parameters.stream()
                .map(parameter -> scope.name(new HyperRead(parameter), JavaNames.camel(parameter.name())))
                .toList();
    }

    /** The source of a schedule's class. */
    public static JavaSource write(SchedulePlan plan, String packageName) {
        ScheduleClassWriter writer = new ScheduleClassWriter(plan, packageName);
        return SourceWriter.write(writer.name, writer.type());
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", texts.classDoc())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(SettableSchedule.class)
                .addField(FieldSpec.builder(ScheduleDescription.class, DESCRIPTION)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("What this schedule is, without asking it for a value.\n")
                        .initializer(descriptionCode())
                        .build());
        for (int i = 0; i < fields.size(); i++) {
            type.addField(FieldSpec.builder(double.class, fields.get(i), Modifier.PRIVATE)
                    .initializer(Literals.of(parameters.get(i).defaultValue(), ElementType.DOUBLE)
                            .code())
                    .build());
        }
        type.addMethod(constructor());
        JavaNames methods = new JavaNames(inheritedMethods());
        for (int i = 0; i < fields.size(); i++) {
            type.addMethod(setter(methods, i));
        }
        return type.addMethod(description())
                .addMethod(setByName())
                .addMethod(value())
                .build();
    }

    private CodeBlock descriptionCode() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.builder($L)$>$>",
                        ScheduleDescription.class,
                        Escape.string(plan.system().name()));
        for (Hyper parameter : parameters) {
            code.add("\n.parameter($L, ", Escape.string(parameter.name()));
            if (!Double.isNaN(parameter.defaultValue())) {
                code.add("$L, ", DescriptionWriter.number(parameter.defaultValue()));
            }
            code.add("$L)", DescriptionWriter.range(parameter.range()));
        }
        return code.add("\n.source($L)", Escape.string(texts.file()))
                .add("\n.compilerVersion($L)", Escape.string(CompilerVersion.TEXT))
                .add("\n.numericVersion($L)", Numeric.VERSION)
                .add("\n.equations($>$>$L$<$<)", DescriptionWriter.equations(texts))
                .add("\n.build()$<$<")
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("The schedule with its defaults.\n")
                .addModifiers(Modifier.PUBLIC)
                .addStatement("$L.checkNumericVersion()", DESCRIPTION)
                .build();
    }

    private MethodSpec setter(JavaNames methods, int place) {
        Hyper parameter = parameters.get(place);
        return MethodSpec.methodBuilder(methods.fresh(JavaNames.camel(parameter.name())))
                .addJavadoc("$L", RuleTexts.parameterDoc(parameter))
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(double.class, VALUE)
                .addStatement(
                        "$L = $L.checked($L, $L)",
                        fields.get(place),
                        DESCRIPTION,
                        Escape.string(parameter.name()),
                        VALUE)
                .addStatement("return this")
                .build();
    }

    private static MethodSpec description() {
        return overriding("description")
                .returns(ScheduleDescription.class)
                .addStatement("return $L", DESCRIPTION)
                .build();
    }

    private MethodSpec setByName() {
        MethodSpec.Builder method =
                overriding("set").addParameter(String.class, PARAMETER).addParameter(double.class, VALUE);
        if (fields.isEmpty()) {
            return method.addStatement("$L.checked($L, $L)", DESCRIPTION, PARAMETER, VALUE)
                    .build();
        }
        method.addStatement("double checked = $L.checked($L, $L)", DESCRIPTION, PARAMETER, VALUE);
        for (int i = 0; i < fields.size(); i++) {
            CodeBlock condition = CodeBlock.of(
                    "if ($L.equals($L))",
                    PARAMETER,
                    Escape.string(parameters.get(i).name()));
            if (i == 0) {
                method.beginControlFlow("$L", condition);
            } else {
                method.nextControlFlow("else $L", condition);
            }
            method.addStatement("this.$L = checked", fields.get(i));
        }
        return method.endControlFlow().build();
    }

    private MethodSpec value() {
        for (int i = 0; i < fields.size(); i++) {
            if (Double.isNaN(parameters.get(i).defaultValue())) {
                String parameter = Escape.string(parameters.get(i).name());
                body.addStatement("$L.checkSet($L, $L)", DESCRIPTION, parameter, fields.get(i));
            }
        }
        takeStepCount();
        Comments comments = new Comments();
        ExpressionWriter expressions = new ExpressionWriter(scope);
        CodeBlock result = CodeBlock.of("");
        for (Equation equation : plan.equations()) {
            if (plan.isClock(equation)) {
                scope.define(equation.target(), CodeBlock.of("$L", CLOCK));
            } else if (plan.isValue(equation)) {
                comments.write(body, equation.origin());
                result = expressions.write(equation.value());
            } else {
                comments.write(body, equation.origin());
                scope.define(equation.target(), expressions.write(equation.value()));
            }
        }
        if (result.isEmpty()) {
            comments.write(body, plan.system().origin());
            result = expressions.write(plan.value());
        }
        return overriding("value")
                .returns(double.class)
                .addParameter(long.class, CLOCK)
                .addCode(body.addStatement("return $L", result).build())
                .build();
    }

    /** t itself, where a rewrite has found it in another place than the clock. */
    private void takeStepCount() {
        StepCount t = new StepCount();
        boolean used = plan.equations().stream()
                        .filter(equation -> !plan.isClock(equation))
                        .anyMatch(equation ->
                                Subexpressions.within(equation.value()).contains(t))
                || Subexpressions.within(plan.value()).contains(t);
        if (used) {
            scope.take(t, "t", CodeBlock.of("$L + 1.0", CLOCK));
        }
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    /** What a setter of the same name would override or overload. */
    private static Set<String> inheritedMethods() {
        Set<String> names = new HashSet<>();
        for (Method method : SettableSchedule.class.getMethods()) {
            names.add(method.getName());
        }
        for (Method method : Object.class.getDeclaredMethods()) {
            names.add(method.getName());
        }
        return names;
    }
}
