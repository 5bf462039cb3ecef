package org.descant.proof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RuleTestExtensionTest {
    @Test
    void annotatedTest_hasAResultForEachClaim() {
        assertThat(results(Good.class))
                .containsExactly(
                        "seed001-momentum, interpreter: SUCCESSFUL",
                        "seed001-momentum, janino: SUCCESSFUL",
                        "seed001-momentum, javac: SUCCESSFUL",
                        "the same as org/descant/proof/junit/momentum.opt: SUCCESSFUL",
                        "all back ends give the same bits: SUCCESSFUL",
                        "all mutants are caught: SUCCESSFUL");
    }

    @Test
    void claim_thatDoesNotHold_failsAlone() {
        assertThat(results(Bad.class))
                .containsExactly(
                        "seed000-sgd, interpreter: FAILED",
                        "seed000-sgd, janino: FAILED",
                        "seed000-sgd, javac: FAILED",
                        "all back ends give the same bits: SUCCESSFUL");
    }

    @Test
    void body_isRunAfterClaimsThatHold() {
        assertThat(results(Checked.class)).containsExactly("all back ends give the same bits: FAILED my own assertion");
    }

    private static List<String> results(Class<?> tests) {
        List<String> results = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    String message = result.getThrowable()
                            .map(Throwable::getMessage)
                            .filter(text -> !text.contains("\n"))
                            .map(text -> " " + text)
                            .orElse("");
                    results.add(test.getDisplayName() + ": " + result.getStatus() + message);
                }
            }
        });
        return results;
    }

    static class Good {
        @RuleTest(
                rule = "org/descant/proof/junit/momentum.opt",
                recordings = "seed001-momentum",
                with = {"mu = momentum"},
                sameAs = "org/descant/proof/junit/momentum.opt",
                mutants = true)
        void momentum_isTorchs() {}
    }

    static class Bad {
        @RuleTest(rule = "org/descant/proof/junit/momentum.opt", recordings = "seed000-sgd", with = "mu = 0.5")
        void momentum_isNotWithoutMemory() {}
    }

    static class Checked {
        @RuleTest(rule = "org/descant/proof/junit/momentum.opt")
        void momentum_isMore() {
            throw new AssertionError("my own assertion");
        }
    }
}
