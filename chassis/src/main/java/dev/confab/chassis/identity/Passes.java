package dev.confab.chassis.identity;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Pass;
import dev.confab.protocol.SigningKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Judges the passes by which gateways act for their users. */
@ApplicationScoped
public class Passes {
    private final SigningKey key;
    private final EndedSessions endedSessions;

    Passes(SigningKey key, EndedSessions endedSessions) {
        this.key = key;
        this.endedSessions = endedSessions;
    }

    /**
     * The pass that was sent. A session may have ended since its gateway signed it.
     *
     * @return fails with {@code unauthenticated} if it is not genuine, has expired, or is of a session that has ended
     */
    public Uni<Pass> require(Optional<String> sent) {
        return endedSessions
                .settled()
                .map(settled -> sent.flatMap(token -> Pass.verify(key, token, Instant.now()))
                        .filter(genuine -> !endedSessions.contains(genuine.session()))
                        .orElseThrow(() -> new ConfabException(ErrorCode.UNAUTHENTICATED, "No valid pass was sent.")));
    }
}
