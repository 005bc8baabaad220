package dev.confab.auth.session;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.key.SignAccessToken;
import dev.confab.chassis.client.Device;
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
        row.seen(now, config.lifetime(), config.longest());
        return endTooMany(account, now)
                .chain(() -> store.add(row))
                .invoke(() -> started.increment())
                .map(added -> SignedIn.of(
                        account, tokens.sign(account.username(), id, now), new RefreshToken(id, begun.link())));
    }

    /** Whoever signs in has locked the account, or made it just now: nobody else starts one meanwhile. */
    private Uni<Void> endTooMany(AccountRow account, Instant now) {
        return store.of(account.username(), now)
                .map(rows -> rows.stream().skip(config.perAccount() - 1L).toList())
                .chain(tooMany -> store.end(tooMany, EndReason.TOO_MANY));
    }
}
