package org.descant.compiler.random;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Shape;

/** Well-typed equation systems that nobody would write, the same one for the same seed and features on every JDK. */
public final class RandomRules {
    private RandomRules() {}

    /** A system that every stage that knows its features must take. */
    public static EquationSystem system(long seed, Features features) {
        return new RuleGrower(generator(seed), features, "Random" + Long.toUnsignedString(seed)).grow();
    }

    /** A zero that can start a state of that shape. */
    static Expr zero(Shape shape) {
        return shape.isNumber() ? new Constant(0) : new Narrow(new Constant(0));
    }

    /** The source of all that is random here. */
    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
