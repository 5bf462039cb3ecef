package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.descant.runtime.OptionDescription;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the library that can be generated gives the same bits interpreted and generated: parameters and states. */
class AgreementTest {
    private static final int STEPS = 12;

    @TestFactory
    Stream<DynamicTest> generated_rule_givesTheInterpretersBits_inFloat() {
        return everyRule(rule -> assertAgrees(LibraryRules.tested(rule), BackEnd.JANINO, ElementType.FLOAT));
    }

    @TestFactory
    Stream<DynamicTest> generated_rule_givesTheInterpretersBits_inDouble() {
        return everyRule(rule -> assertAgrees(LibraryRules.tested(rule), BackEnd.JANINO, ElementType.DOUBLE));
    }

    @TestFactory
    Stream<DynamicTest> rule_withAnOptionTurned_givesTheInterpretersBits() {
        return LibraryRules.generated().stream().flatMap(rule -> turnedOptions(rule)
                .map(option -> DynamicTest.dynamicTest(rule + " with " + option, () -> {
                    assertThat(Descant.compiler()
                                    .option(option.getKey(), option.getValue())
                                    .run(LibraryRules.source(rule), "compile")
                                    .diagnostics())
                            .isEmpty();
                    TestedRule turned = LibraryRules.tested(rule).option(option.getKey(), option.getValue());
                    assertAgrees(turned, BackEnd.JANINO, ElementType.DOUBLE);
                })));
    }

    @TestFactory
    Stream<DynamicTest> rule_compiledByJavac_givesTheInterpretersBits() {
        return everyRule(rule -> assertAgrees(LibraryRules.tested(rule), BackEnd.JAVAC, ElementType.FLOAT));
    }

    private static Stream<DynamicTest> everyRule(RuleCheck check) {
        return LibraryRules.generated().stream().map(rule -> DynamicTest.dynamicTest(rule, () -> check.run(rule)));
    }

    /** The options of a rule that are truth values, each turned to what it is not. */
    private static Stream<Map.Entry<String, String>> turnedOptions(String rule) {
        return Descant.compiler().compile(LibraryRules.source(rule)).description().options().stream()
                .filter(option ->
                        option.value().equals("true") || option.value().equals("false"))
                .map((OptionDescription option) ->
                        Map.entry(option.name(), String.valueOf(!Boolean.parseBoolean(option.value()))));
    }

    private static void assertAgrees(TestedRule rule, BackEnd backEnd, ElementType type) {
        RunResult result = Comparison.ofSubjects(
                TestModel.course(3, STEPS, rule.system()),
                rule.subject(BackEnd.INTERPRETER, type),
                rule.subject(backEnd, type),
                Allowance.NONE);
        assertThat(result.parting()).isEmpty();
    }

    /** Something that holds for a rule or fails. */
    private interface RuleCheck {
        void run(String rule);
    }
}
