package org.descant.proof.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link RuleTest} once for each of its claims. */
final class RuleTestExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(RuleTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        RuleTest test = context.getRequiredTestMethod().getAnnotation(RuleTest.class);
        return claims(test).map(Invocation::new);
    }

    private static Stream<Claim> claims(RuleTest test) {
        Proof proof = Proof.of(test.rule());
        for (String setting : test.with()) {
            proof = proof.with(setting);
        }
        if (!test.known().isEmpty()) {
            proof = proof.knowing(test.known());
        }
        return proof.claims(test);
    }

    private record Invocation(Claim claim) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return claim.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            BeforeTestExecutionCallback check = context -> claim.check().run();
            return List.of(check);
        }
    }
}
