package org.descant.compiler.emit;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Reduction;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;

/** The methods of a vector form that add up rows of terms, too short for the lanes of a block: they are the same for all rules that have sums of rows. */
final class VectorRowsWriter {

    private VectorRowsWriter() {}

    /** Whether a rule has sums of rows. */
    static boolean arePossible(Plan plan) {
        return plan.sweeps().stream()
                .flatMap(sweep -> sweep.reductions().stream())
                .anyMatch(VectorRowsWriter::isOfRows);
    }

    private static boolean isOfRows(Reduced reduced) {
        Reduction reduction = reduced.reduce().reduction();
        return (reduction == Reduction.SUM || reduction == Reduction.MEAN)
                && reduced.cell().filter(Buffer::isOfRows).isPresent();
    }

    static List<MethodSpec> write() {
        return List.of(addsRows(), addRows());
    }

    private static MethodSpec addsRows() {
        return overriding("addsRows")
                .returns(boolean.class)
                .addStatement("return $L.length() >= $L", VectorTypes.DOUBLES, VectorReductionWriter.FEWEST_DOUBLES)
                .build();
    }

    /** Sum j of a row adds its terms j, j + 8, …; what is no whole vector of floats is added one by one. */
    private static MethodSpec addRows() {
        return overriding("addRows")
                .addParameter(float[].class, "terms")
                .addParameter(int.class, KernelScope.FROM)
                .addParameter(int.class, "length")
                .addParameter(int.class, "rows")
                .addParameter(double[].class, VectorHead.RESULTS)
                .beginControlFlow("for (int row = 0; row < rows; row++)")
                .addStatement("int first = from + row * length")
                .addStatement("int end = first + $L.loopBound(length)", VectorTypes.FLOATS)
                .addStatement("$1T low = $1T.zero($2L)", VectorTypes.DOUBLE_VECTOR, VectorTypes.DOUBLES)
                .addStatement("$1T high = $1T.zero($2L)", VectorTypes.DOUBLE_VECTOR, VectorTypes.DOUBLES)
                .beginControlFlow("for (int i = first; i < end; i += $L.length())", VectorTypes.FLOATS)
                .addStatement("$1T some = $1T.fromArray($2L, terms, i)", VectorTypes.FLOAT_VECTOR, VectorTypes.FLOATS)
                .addStatement("low = low.add($L)", VectorReductionWriter.half("some", 0))
                .beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES)
                .addStatement("high = high.add($L)", VectorReductionWriter.half("some", 1))
                .nextControlFlow("else")
                .addStatement("low = low.add($L)", VectorReductionWriter.half("some", 1))
                .endControlFlow()
                .endControlFlow()
                .addStatement("low.intoArray(results, rows)")
                .beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES)
                .addStatement("high.intoArray(results, rows + $L)", VectorReductionWriter.FEWEST_DOUBLES)
                .endControlFlow()
                .beginControlFlow("for (int i = end; i < first + length; i++)")
                .addStatement("results[rows + (i - end) % SUMS] += terms[i]")
                .endControlFlow()
                .addStatement("results[row] = total(results, rows)")
                .endControlFlow()
                .build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
