package org.descant.proof.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that proves a rule, with a result of its own for every recording and back end, for every other rule, for the agreement of the back
 * ends and for the mutants. The body of the method is run after each of them, if it passes; it can be empty.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RuleTestExtension.class)
public @interface RuleTest {
    /**
     * The rule: a file, seen from the folder that tests run in, a resource of the class path, or a rule of the library. Of a file with
     * several, {@code "rules.opt:Adam"}.
     */
    String rule();

    /** Recorded runs that it reproduces: names of those that ship with descant-harness, or files. */
    String[] recordings() default {};

    /**
     * Settings for the recordings, by the names of the rule: {@code "weight_decay = 0"} sets a hyperparameter that a recording does not name,
     * or an option, and {@code "mu = momentum"} says that the rule's mu is what the recording calls momentum.
     */
    String[] with() default {};

    /** Rules that move the parameters alike, up to rounding. */
    String[] sameAs() default {};

    /** Whether it is run by every back end, in float and in double, to give the same bits. */
    boolean backEnds() default true;

    /** Whether each mutant of it, a copy with one mistake, is to fail a recording. */
    boolean mutants() default false;

    /**
     * A file or resource that lists mutants which need not be caught, each with the reason; empty for none. {@link
     * org.descant.proof.mutation.KnownSurvivors} has the format.
     */
    String known() default "";
}
