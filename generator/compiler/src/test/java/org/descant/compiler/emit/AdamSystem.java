package org.descant.compiler.emit;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;
import org.descant.grammar.source.SourceText;

/** Adam as an equation system that no front end made: what the back end is tried on by itself. */
public final class AdamSystem {
    private static final Range RATE = new Range(0, false, Double.POSITIVE_INFINITY, true);
    private static final Range FRACTION = new Range(0, false, 1, true);

    private final List<Equation> equations = new ArrayList<>();
    private final SourceText source;
    private final String remark;
    private final Hyper lr;
    private final Hyper beta1 = new Hyper("beta1", "", 0.9, FRACTION, true);
    private final Hyper beta2 = new Hyper("beta2", "", 0.999, FRACTION, true);
    private final Hyper eps = new Hyper("eps", "", 1e-8, RATE, true);

    private AdamSystem(String file, String remark) {
        this.source = new SourceText(file, "optimizer Adam(w, g)");
        this.remark = remark;
        this.lr = new Hyper("lr", "the step size" + remark, 1e-3, RATE, true);
    }

    /** The system of a rule of that name and documentation. */
    public static EquationSystem named(String name, String doc) {
        return new AdamSystem("rules/adam.opt", "").build(name, doc);
    }

    /** The system of a rule that says this wherever a rule can say something: in documentation, comments, file and state names. */
    public static EquationSystem saying(String remark) {
        return new AdamSystem("adam" + remark + ".opt", remark).build("Adam", "Adam." + remark);
    }

    private EquationSystem build(String name, String doc) {
        State m = state("m");
        State v = state("v");
        Expr g = new Gradient(0);
        Variable mt = element("m", "m[t] = beta1 * m[t-1] + (1 - beta1) * g", average(beta1, m, g));
        Variable vt = element(
                "v", "v[t] = beta2 * v[t-1] + (1 - beta2) * g^2", average(beta2, v, new Apply(Operator.SQUARE, g)));
        Variable mhat = element("mhat", "mhat = m[t] / (1 - beta1^t)", corrected(mt, beta1));
        Variable vhat = element("vhat", "vhat = v[t] / (1 - beta2^t)", corrected(vt, beta2));
        Expr down = new Apply(Operator.ADD, new Apply(Operator.SQRT, new Read(vhat)), narrow(eps));
        Expr up = new Apply(Operator.MULTIPLY, narrow(lr), new Read(mhat));
        Variable w = element(
                "w",
                "w[t] = w[t-1] - lr * mhat / (sqrt(vhat) + eps)",
                new Apply(Operator.SUBTRACT, new Weight(), new Apply(Operator.DIVIDE, up, down)));
        return new EquationSystem(
                name,
                doc,
                List.of(lr, beta1, beta2, eps),
                List.of(),
                List.of(),
                List.of(m, v),
                equations,
                List.of(new Update(m, new Read(mt)), new Update(v, new Read(vt))),
                w,
                List.of(new Evaluation(0, new Weight(), Clock.BASE)),
                List.of(),
                List.of(),
                false,
                new Origin(name, source.span()));
    }

    private State state(String name) {
        return new State(
                name + remark,
                StateKind.DECLARED,
                Shape.ELEMENT,
                View.FIRST,
                Storage.NATIVE,
                new Constant(0),
                Clock.BASE);
    }

    private Variable element(String name, String text, Expr value) {
        Variable target = new Variable(name, Kind.NUMBER, Shape.ELEMENT, View.FIRST);
        equations.add(new Equation(target, value, Clock.BASE, new Origin(text + remark, source.span())));
        return target;
    }

    private static Expr narrow(Hyper hyper) {
        return new Narrow(new HyperRead(hyper));
    }

    private static Expr oneMinus(Expr number) {
        return new Apply(Operator.SUBTRACT, new Constant(1), number);
    }

    private static Expr average(Hyper beta, State state, Expr x) {
        Expr old = new Apply(Operator.MULTIPLY, narrow(beta), new Previous(state));
        Expr fresh = new Apply(Operator.MULTIPLY, new Narrow(oneMinus(new HyperRead(beta))), x);
        return new Apply(Operator.ADD, old, fresh);
    }

    private static Expr corrected(Variable average, Hyper beta) {
        Expr power = new Apply(Operator.POWER, new HyperRead(beta), new StepCount());
        return new Apply(Operator.DIVIDE, new Read(average), new Narrow(oneMinus(power)));
    }
}
