package dev.confab.auth.throttle;

import dev.confab.auth.client.ClientAddress;
import dev.confab.protocol.ConfabException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits how many accounts are made from one address, in this replica. */
@ApplicationScoped
public class LimitRegistrations {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Addresses remembered before those are dropped whose minute is over. */
    private static final int MAX_ADDRESSES = 10_000;

    private record Minute(Instant end, int count) {}

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final int perMinute;
    private final Clock clock;

    @jakarta.inject.Inject
    LimitRegistrations(RegistrationConfig config) {
        this(config.perMinute(), Clock.systemUTC());
    }

    LimitRegistrations(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** @throws ConfabException {@link dev.confab.protocol.ErrorCode#RATE_LIMITED} */
    public void admit(ClientAddress address) {
        Instant now = clock.instant();
        if (minutes.size() >= MAX_ADDRESSES) {
            minutes.values().removeIf(minute -> !now.isBefore(minute.end()));
        }
        Minute minute = minutes.merge(
                address.site(),
                new Minute(now.plus(WINDOW), 1),
                (running, fresh) ->
                        now.isBefore(running.end()) ? new Minute(running.end(), running.count() + 1) : fresh);
        if (minute.count() > perMinute) {
            throw ConfabException.rateLimited(Duration.between(now, minute.end()));
        }
    }
}
