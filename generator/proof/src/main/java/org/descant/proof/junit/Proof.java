package org.descant.proof.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.harness.compare.Course;
import org.descant.proof.equivalence.Equivalence;
import org.descant.proof.equivalence.RuleComparison;
import org.descant.proof.mutation.KnownSurvivors;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.subject.TestedRule;
import org.descant.proof.validate.Validator;

/**
 * A rule that is to be proved. Each claim is checked when it is made, and throws an {@link AssertionError} that leads to the mistake where it
 * does not hold. It never changes: each method gives a new one that knows one thing more.
 *
 * <pre>{@code
 * Proof.of("src/main/opt/my-adam.opt").reproduces("seed000-adam").agreesOnAllBackEnds().mutantsAreCaught();
 * }</pre>
 */
public final class Proof {

    private final TestedRule rule;
    private final Map<String, String> with;
    private final List<String> recordings;
    private final KnownSurvivors known;

    private Proof(TestedRule rule, Map<String, String> with, List<String> recordings, KnownSurvivors known) {
        this.rule = rule;
        this.with = new LinkedHashMap<>(with);
        this.recordings = List.copyOf(recordings);
        this.known = known;
    }

    /**
     * A rule by its file, resource or name in the library; of a file with several, {@code "rules.opt:Adam"}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Proof of(String rule) {
        return new Proof(Finder.rule(rule), Map.of(), List.of(), KnownSurvivors.NONE);
    }

    /** The rule of a file. */
    public static Proof of(Path file) {
        return of(file.toString());
    }

    /**
     * With a setting for all recordings that are named after it: {@code "weight_decay = 0"} for a hyperparameter or an option that they do
     * not name, {@code "mu = momentum"} where the rule's mu is what they call momentum.
     *
     * @throws IllegalArgumentException if that is no setting
     */
    public Proof with(String setting) {
        String[] sides = setting.split("=", -1);
        if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw new IllegalArgumentException(
                    "'" + setting + "' is no setting: write it like \"weight_decay = 0\" or \"mu = momentum\"");
        }
        Map<String, String> more = new LinkedHashMap<>(with);
        more.put(sides[0].strip(), sides[1].strip());
        return new Proof(rule, more, recordings, known);
    }

    /** With mutants that need not be caught, listed in a file or resource of the format of {@link KnownSurvivors}. */
    public Proof knowing(String list) {
        return new Proof(rule, with, recordings, KnownSurvivors.parse(Finder.text(list)));
    }

    /**
     * Claims that the rule reproduces recorded runs, in double within the tolerance of each, whatever runs it.
     *
     * @param names of those that ship with descant-harness, or files or resources
     * @throws AssertionError if it does not
     * @throws org.descant.compiler.RuleException if something is wrong with the rule
     */
    public Proof reproduces(String... names) {
        List<String> more = new ArrayList<>(recordings);
        more.addAll(Arrays.asList(names));
        check(Arrays.stream(names).flatMap(this::reproduction));
        return new Proof(rule, with, more, known);
    }

    /**
     * Claims that another rule moves the parameters alike, up to rounding, whatever it remembers, with every value of the
     * hyperparameters that both have.
     *
     * @param other by its file, resource or name
     * @throws AssertionError if it does not, with a smallest counter-example
     */
    public Proof sameAs(String other) {
        check(Stream.of(sameness(other)));
        return this;
    }

    /**
     * Claims that all back ends give the bits of the interpreter, in float and in double: on the recordings named so far, or on a
     * random course where there are none.
     *
     * @throws AssertionError if one does not
     */
    public Proof agreesOnAllBackEnds() {
        check(Stream.of(agreement()));
        return this;
    }

    /**
     * Claims that each mutant of the rule fails one of the recordings named so far.
     *
     * @throws AssertionError if one does not, and is not {@linkplain #knowing known}
     */
    public Proof mutantsAreCaught() {
        check(Stream.of(mutation()));
        return this;
    }

    private static void check(Stream<Claim> claims) {
        claims.forEach(claim -> claim.check().run());
    }

    /** What an annotated test claims. */
    Stream<Claim> claims(RuleTest test) {
        Proof all = new Proof(rule, with, List.of(test.recordings()), known);
        return Stream.of(
                        all.recordings.stream().flatMap(all::reproduction),
                        Arrays.stream(test.sameAs()).map(all::sameness),
                        Stream.of(all.agreement()).filter(claim -> test.backEnds()),
                        Stream.of(all.mutation()).filter(claim -> test.mutants()))
                .flatMap(claims -> claims);
    }

    private Stream<Claim> reproduction(String recording) {
        return new Reproduction(rule, Finder.recording(recording), with).claims();
    }

    private Claim sameness(String other) {
        return new Claim("the same as " + other, () -> {
            Equivalence found = RuleComparison.of(
                            rule.system(), Finder.rule(other).system())
                    .compare();
            if (!found.isSame()) {
                throw new AssertionError(found.text());
            }
        });
    }

    private Claim agreement() {
        return new Claim("all back ends give the same bits", () -> {
            Validator validator = new Validator();
            String name = rule.system().name();
            List<RecordedRun> runs = runs();
            if (runs.isEmpty()) {
                Finding.require(validator.alone(name, rule));
            }
            runs.forEach(run -> Finding.require(validator.alone(name, run.rule(), Course.of(run.trajectory()))));
        });
    }

    private Claim mutation() {
        return new Claim("all mutants are caught", () -> new Mutation(runs(), known).check());
    }

    private List<RecordedRun> runs() {
        return recordings.stream()
                .map(recording -> new Reproduction(rule, Finder.recording(recording), with).run())
                .toList();
    }
}
