package dev.confab.auth.operator;

import dev.confab.chassis.client.Client;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who knows the operators' secret is one. */
@ApplicationScoped
class Operators {
    static final String HEADER = "Confab-Operator";

    private static final int MIN_LENGTH = 32;

    private final Optional<String> secret;
    private final Client client;
    private final SecurityLog security;

    Operators(OperatorConfig config, Client client, SecurityLog security) {
        this.secret = config.secret();
        this.client = client;
        this.security = security;
    }

    void onStart(@Observes StartupEvent started) {
        if (secret.isPresent() && secret.get().length() < MIN_LENGTH) {
            throw new IllegalArgumentException("confab.operator.secret needs " + MIN_LENGTH + " characters at least");
        }
    }

    /** @throws ConfabException {@code unauthenticated} */
    void require(Optional<String> shown) {
        if (secret.isEmpty() || shown.isEmpty() || !isEqual(secret.get(), shown.get())) {
            security.of(SecurityEvent.OPERATOR_REFUSED)
                    .address(client.address())
                    .log();
            throw new ConfabException(ErrorCode.UNAUTHENTICATED, "This is for operators: send their secret.");
        }
    }

    /** Takes the same time whatever is shown. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
