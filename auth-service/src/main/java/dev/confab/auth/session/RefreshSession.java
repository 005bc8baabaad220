package dev.confab.auth.session;

import dev.confab.auth.account.AccountRow;
import dev.confab.auth.account.AccountStore;
import dev.confab.auth.key.SignAccessToken;
import dev.confab.auth.session.RefreshChain.Verdict;
import dev.confab.chassis.client.Client;
import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives a new access token, and the next refresh token, for a refresh token. */
@ApplicationScoped
class RefreshSession {
    private final Database database;
    private final SessionStore sessions;
    private final AccountStore accounts;
    private final SignAccessToken tokens;
    private final SessionsConfig config;
    private final Counter refreshed;
    private final Client client;
    private final SecurityLog security;

    RefreshSession(
            Database database,
            SessionStore sessions,
            AccountStore accounts,
            SignAccessToken tokens,
            SessionsConfig config,
            MeterRegistry metrics,
            Client client,
            SecurityLog security) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.config = config;
        this.client = client;
        this.security = security;
        this.refreshed = metrics.counter("confab.sessions.refreshed");
    }

    /** Fails with {@link ErrorCode#UNAUTHENTICATED} if the token is not good, or no longer. */
    Uni<SignedIn> refresh(RefreshToken token) {
        Instant now = Instant.now();
        ClientAddress address = client.address();
        return database.transaction(() -> sessions.lock(token.session(), now)
                        .chain(found -> found.isPresent() ? decide(found.get(), token, now, address) : refuse()))
                .invoke(answer -> {
                    if (answer.isEmpty()) {
                        security.of(SecurityEvent.TOKEN_REFUSED)
                                .session(token.session())
                                .address(address)
                                .reason("refresh")
                                .log();
                    }
                })
                .map(answer -> answer.orElseThrow(RefreshSession::ended))
                .invoke(() -> refreshed.increment());
    }

    static ConfabException ended() {
        return new ConfabException(ErrorCode.UNAUTHENTICATED, "The session has ended. Sign in again.");
    }

    /** Empty if refused, which is not a failure here: what a refusal changes has to be committed. */
    private Uni<Optional<SignedIn>> decide(SessionRow row, RefreshToken token, Instant now, ClientAddress address) {
        RefreshChain chain = row.chain();
        return switch (chain.judge(token.link(), now, config.grace())) {
            case Verdict.Good good -> {
                row.keep(chain.after(good, now));
                yield renew(row, good.next(), now);
            }
            case Verdict.Repeated repeated -> renew(row, repeated.next(), now);
            case Verdict.Stolen _ -> {
                security.of(SecurityEvent.TOKEN_REUSED)
                        .user(row.user())
                        .session(row.sessionId())
                        .address(address)
                        .log();
                yield sessions.end(List.of(row), EndReason.TOKEN_REUSED).chain(RefreshSession::refuse);
            }
            case Verdict.Foreign _ -> refuse();
        };
    }

    private Uni<Optional<SignedIn>> renew(SessionRow row, String nextLink, Instant now) {
        return accounts.require(row.user()).chain(account -> {
            if (account.isDisabled()) {
                return sessions.end(List.of(row), EndReason.ACCOUNT_DISABLED).chain(RefreshSession::refuse);
            }
            row.seen(now, config.lifetime(), config.longest());
            return Uni.createFrom().item(Optional.of(signedIn(account, row, nextLink, now)));
        });
    }

    private SignedIn signedIn(AccountRow account, SessionRow row, String nextLink, Instant now) {
        return SignedIn.of(
                account,
                tokens.sign(account.username(), row.sessionId(), now),
                new RefreshToken(row.sessionId(), nextLink));
    }

    private static Uni<Optional<SignedIn>> refuse() {
        return Uni.createFrom().item(Optional.empty());
    }
}
