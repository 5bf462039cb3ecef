package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Variable;
import org.descant.runtime.ElementType;

/** The names inside a prologue: hyperparameters, t and states per step are read into locals of their own names. */
final class PrologueScope implements Scope {
    static final String STEP = "step";

    private final JavaNames names;
    private final HyperConstants constants;
    private final CodeBlock.Builder body;
    private final Describe describe;

    PrologueScope(Describe describe, HyperConstants constants, CodeBlock.Builder body) {
        Set<String> reserved = new HashSet<>(constants.names());
        reserved.add(STEP);
        this.names = new JavaNames(reserved);
        this.constants = constants;
        this.describe = describe;
        this.body = body;
    }

    void takeHyper(HyperRead hyper, int index) {
        String local = names.give(hyper, JavaNames.camel(hyper.hyper().name()));
        body.addStatement("double $L = $L.hyper($L)", local, STEP, constants.name(index));
    }

    void takeStepCount() {
        body.addStatement("double $L = $L.t()", names.give(new StepCount(), "t"), STEP);
    }

    void takePrevious(State state, List<State> numbers) {
        String local = names.give(new Previous(state), Describe.state(state) + "Old");
        body.addStatement("double $L = $L.previous($L)", local, STEP, numbers.indexOf(state));
    }

    void define(Variable variable, CodeBlock value) {
        String local = names.give(variable, describe.variable(variable));
        body.addStatement("$L $L = $L", variable.kind() == Kind.BOOLEAN ? "boolean" : "double", local, value);
    }

    @Override
    public ElementType type() {
        return ElementType.DOUBLE;
    }

    @Override
    public Optional<Fragment> given(Expr expr) {
        Object thing = expr instanceof Read read ? read.variable() : expr;
        return names.has(thing) ? Optional.of(Fragment.name(names.of(thing))) : Optional.empty();
    }

    @Override
    public String describe(Expr expr) {
        return describe.expression(expr, "part");
    }

    @Override
    public Fragment keep(String wanted, CodeBlock value) {
        String local = names.fresh(wanted);
        body.addStatement("double $L = $L", local, value);
        return Fragment.name(local);
    }
}
