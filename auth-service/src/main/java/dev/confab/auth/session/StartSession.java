package dev.confab.auth.session;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.client.Device;
import dev.confab.auth.key.SignAccessToken;
import dev.confab.protocol.SessionId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Signs an account in on a device. Part of the transaction that decided to. */
@ApplicationScoped
public class StartSession {
    private final SessionStore store;
    private final SignAccessToken tokens;
    private final SessionsConfig config;
    private final Counter started;

    StartSession(SessionStore store, SignAccessToken tokens, SessionsConfig config, MeterRegistry metrics) {
        this.store = store;
        this.tokens = tokens;
        this.config = config;
        this.started = metrics.counter("confab.sessions.started");
    }

    public Uni<SignedIn> start(AccountRow account, Device device) {
        Instant now = Instant.now();
        SessionId id = new SessionId(UUID.randomUUID().toString());
        RefreshChain.Begun begun = RefreshChain.begin(now);
        SessionRow row = new SessionRow(id, account.username(), begun.chain(), device, now);
        row.seen(now, config.lifetime());
        return store.add(row)
                .invoke(() -> started.increment())
                .map(added -> SignedIn.of(
                        account, tokens.sign(account.username(), id, now), new RefreshToken(id, begun.link())));
    }
}
