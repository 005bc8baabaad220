package dev.confab.chassis.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys that auth-service publishes, fetched in the background from the start on. Without any, a service is not ready;
 * once they are known they serve on, however long auth-service is away.
 */
@Default
@Readiness
@ApplicationScoped
public class PublishedKeys implements VerificationKeys, HealthCheck {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final String location;
    private final Duration every;
    private final Get http = new Get();
    private final Thread fetching = Thread.ofVirtual().name("published-keys").unstarted(this::keepFetching);
    private volatile Map<String, PublicKey> known = Map.of();
    private boolean failing;

    /** @param every How often the keys that auth-service publishes are fetched. */
    PublishedKeys(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String location,
            @ConfigProperty(name = "confab.auth.keys-refresh", defaultValue = "1m") Duration every) {
        this.every = every;
        this.location = location;
        http.setConnectTimeout((int) TIMEOUT.toMillis());
        http.setReadTimeout((int) TIMEOUT.toMillis());
        http.setRetries(0);
    }

    @Override
    public Optional<PublicKey> verifying(String keyId) {
        return Optional.ofNullable(known.get(keyId));
    }

    /** Whether tokens can be told apart at all. Once true, it stays so. */
    public boolean areKnown() {
        return !known.isEmpty();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("published keys").status(areKnown()).build();
    }

    void onStart(@Observes StartupEvent started) {
        fetching.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        fetching.interrupt();
    }

    private void keepFetching() {
        try {
            while (true) {
                Thread.sleep(fetch() ? every : RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fetch() {
        try {
            known = new JsonWebKeySet(http.get(location).getBody())
                    .getJsonWebKeys().stream()
                            .map(PublicJsonWebKey.class::cast)
                            .collect(Collectors.toMap(PublicJsonWebKey::getKeyId, PublicJsonWebKey::getPublicKey));
            failing = false;
            return true;
        } catch (IOException | JoseException | RuntimeException e) {
            if (!failing) {
                LOG.warnf("no keys from %s, going on with the %d known: %s", location, known.size(), e.getMessage());
            }
            failing = true;
            return false;
        }
    }
}
