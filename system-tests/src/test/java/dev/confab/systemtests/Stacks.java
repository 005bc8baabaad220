package dev.confab.systemtests;

import dev.confab.stack.testing.Options;
import dev.confab.stack.testing.TestStack;

/** The stacks that tests run against. */
public final class Stacks {
    static final String OPERATOR_SECRET = "operators of this run know it, nobody else";

    private Stacks() {}

    /**
     * Three gateways. All the people of a run come from one address and some write a lot, so the bounds that are there
     * against strangers are wide; they stay narrow enough to be run into on purpose. Passwords are hashed cheaply; keys are fetched often,
     * so that it happens during any outage.
     */
    static TestStack shared() {
        return TestStack.start(lenient().withGateways(3));
    }

    /** Several of what may be several, and connections that can be cut. */
    static TestStack replicated() {
        return TestStack.start(lenient()
                .withGateways(3)
                .withReplicas("message-service", 2)
                .withBrokers(3)
                .withLinks("gateway-2", "message-service-1"));
    }

    private static Options lenient() {
        return TestStack.options()
                .withEnvironment("auth-service", "confab.operator.secret", OPERATOR_SECRET)
                .withEnvironment("auth-service", "confab.registration.per-minute", "100000")
                .withEnvironment("auth-service", "confab.passwords.cost", "4")
                .withEnvironment("room-service", "confab.rooms.passwords.cost", "4")
                .withEnvironment("gateway", "confab.auth.keys-refresh", "1s")
                .withEnvironment("room-service", "confab.auth.keys-refresh", "1s")
                .withEnvironment("message-service", "confab.auth.keys-refresh", "1s")
                .withEnvironment("media-service", "confab.auth.keys-refresh", "1s")
                .withEnvironment("media-service", "confab.media.sweep-every", "1s")
                .withEnvironment("media-service", "confab.media.quota", "40M")
                .withEnvironment("gateway", "confab.requests.per-address", "0")
                .withEnvironment("gateway", "confab.requests.per-user", "20")
                .withEnvironment("gateway", "confab.requests.per-user-burst", "1000")
                .withEnvironment("gateway", "confab.limits.sends", "100")
                .withEnvironment("gateway", "confab.limits.send-burst", "300")
                .withEnvironment("gateway", "confab.limits.commands", "5000")
                .withEnvironment("gateway", "confab.limits.command-burst", "10000");
    }
}
