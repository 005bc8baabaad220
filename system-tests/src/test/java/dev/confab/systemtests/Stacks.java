package dev.confab.systemtests;

import dev.confab.stack.testing.TestStack;

/** The stacks that tests run against. */
public final class Stacks {
    private Stacks() {}

    /**
     * Two gateways, and every bound that is there against strangers widened: all the people of a run come from one address.
     */
    static TestStack shared() {
        return TestStack.start(TestStack.options()
                .withGateways(2)
                .withEnvironment("auth-service", "confab.registration.per-minute", "100000"));
    }
}
