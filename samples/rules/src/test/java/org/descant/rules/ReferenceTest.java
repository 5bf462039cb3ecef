package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.reference.Reference;
import org.descant.harness.reference.References;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The library's rules, interpreted and generated, give the bits of the references that were written out by hand. */
class ReferenceTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();

    @TestFactory
    Stream<DynamicTest> rule_onRecordedGradients_givesTheBitsOfItsReference() {
        return LIBRARY.table().rows().stream()
                .filter(row -> References.all().stream()
                        .anyMatch(reference -> row.rule().equals(Optional.of(reference.name()))))
                .map(row -> DynamicTest.dynamicTest(row.recording(), () -> {
                    RecordedRun run = LIBRARY.run(row);
                    Reference reference = References.named(row.rule().orElseThrow());
                    for (Map.Entry<String, String> option : run.options().entrySet()) {
                        reference = reference.with(option.getKey(), Boolean.parseBoolean(option.getValue()));
                    }
                    for (Map.Entry<String, Double> hyper :
                            run.trajectory().hypers().entrySet()) {
                        reference = reference.with(hyper.getKey(), hyper.getValue());
                    }
                    assertAgrees(
                            reference,
                            run.trajectory().tensors(),
                            run.trajectory().steps().stream()
                                    .map(step -> new GivenStep(
                                            step.hypers(),
                                            step.evaluations().get(0).given().gradients()))
                                    .toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> rule_onAwkwardNumbers_givesTheBitsOfItsReference() {
        return References.all().stream()
                .flatMap(ReferenceTest::withEachOptionTurned)
                .map(reference -> DynamicTest.dynamicTest(
                        reference.name() + " " + reference.options(),
                        () -> assertAgrees(
                                AwkwardRun.unlikeDefaults(reference), AwkwardRun.MODEL, AwkwardRun.steps())));
    }

    private static Stream<Reference> withEachOptionTurned(Reference reference) {
        return Stream.concat(
                Stream.of(reference),
                reference.options().entrySet().stream()
                        .map(option -> reference.with(option.getKey(), !option.getValue())));
    }

    private static void assertAgrees(Reference reference, List<ModelTensor> model, List<GivenStep> steps) {
        TestedRule rule = TestedRule.of(Descant.compiler(), LibraryRules.source(reference.name()));
        for (Map.Entry<String, Boolean> option : reference.options().entrySet()) {
            rule = rule.option(option.getKey(), option.getValue().toString());
        }
        for (ElementType type : ElementType.values()) {
            Session interpreted = begin(rule.subject(BackEnd.INTERPRETER, type).begin(model), reference);
            Session generated = begin(rule.subject(BackEnd.JANINO, type).begin(model), reference);
            Session expected = reference.in(type).begin(model);
            for (int t = 1; t <= steps.size(); t++) {
                GivenStep step = steps.get(t - 1);
                for (Session session : List.of(expected, interpreted, generated)) {
                    step.hypers().forEach(session::set);
                    session.step(step);
                }
                String when = "in " + type.javaName() + " after step " + t;
                for (ModelTensor tensor : model) {
                    assertSame(tensor.name(), expected, interpreted, "interpreted " + when);
                    assertSame(tensor.name(), expected, generated, "generated " + when);
                }
            }
        }
    }

    private static Session begin(Session session, Reference reference) {
        reference.hypers().forEach(session::set);
        return session;
    }

    /** Parameters and states are the same to the last bit, any NaN being as good as another. */
    private static void assertSame(String tensor, Session expected, Session actual, String when) {
        actual.quantities(tensor)
                .forEach((quantity, values) -> expected.state(tensor, quantity).ifPresent(state -> assertThat(values)
                        .as(quantity + " of " + tensor + " " + when)
                        .isEqualTo(state)));
        assertThat(actual.values(tensor)).as("w of " + tensor + " " + when).isEqualTo(expected.values(tensor));
    }
}
