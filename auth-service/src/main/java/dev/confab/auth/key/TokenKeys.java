package dev.confab.auth.key;

import dev.confab.chassis.identity.VerificationKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The keys as this replica knows them: complete before the first request, then looked after by age. */
@ApplicationScoped
public class TokenKeys implements VerificationKeys {
    private static final Logger LOG = Logger.getLogger(TokenKeys.class);

    private final KeyStore store;
    private final KeyRing.Schedule schedule;
    private final Clock clock = Clock.systemUTC();
    private volatile KeyRing ring = new KeyRing(List.of());

    TokenKeys(KeyStore store, KeysConfig config) {
        this.store = store;
        this.schedule = new KeyRing.Schedule(config.rotation(), config.publishAhead(), config.retire());
    }

    @Override
    public Optional<PublicKey> verifying(String keyId) {
        return ring.find(keyId).map(TokenKey::publicKey);
    }

    TokenKey signing() {
        return ring.signing(clock.instant()).orElseThrow(() -> new IllegalStateException("no key is active yet"));
    }

    List<TokenKey> published() {
        return ring.keys();
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        store.atStart(() -> store.sealStale().chain(this::refresh));
    }

    @Scheduled(every = "${confab.keys.check:1m}", delayed = "${confab.keys.check:1m}")
    Uni<Void> check() {
        return refresh()
                .onFailure()
                .invoke(failure -> LOG.warnf("the token keys can't be looked after now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Reads the keys again, makes one if it is due, and deletes those that nobody needs. */
    Uni<Void> refresh() {
        Instant now = clock.instant();
        return store.load()
                .chain(found -> found.due(now, schedule)
                        .map(from -> make(found.nextGeneration(), from))
                        .orElseGet(() -> Uni.createFrom().item(found)))
                .chain(found -> retire(found, now))
                .invoke(found -> ring = found)
                .replaceWithVoid();
    }

    private Uni<KeyRing> make(int generation, Instant activeFrom) {
        return Uni.createFrom()
                .item(() -> TokenKey.generate(generation, activeFrom))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .invoke(key -> LOG.infof("token key %s is to sign from %s", key.id(), activeFrom))
                .chain(store::offer)
                .chain(store::load);
    }

    private Uni<KeyRing> retire(KeyRing found, Instant now) {
        int oldest = found.oldestNeeded(now, schedule);
        return found.keys().getFirst().generation() < oldest
                ? store.deleteBefore(oldest).chain(store::load)
                : Uni.createFrom().item(found);
    }
}
