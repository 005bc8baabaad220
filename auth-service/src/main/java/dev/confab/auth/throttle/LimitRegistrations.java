package dev.confab.auth.throttle;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.ConfabException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongSupplier;

/** Limits how many accounts are made from one address, in this replica. */
@ApplicationScoped
public class LimitRegistrations {
    private final TokenBuckets<String> bySite;

    @Inject
    LimitRegistrations(RegistrationConfig config) {
        this(config.perMinute(), config.addresses(), System::nanoTime);
    }

    LimitRegistrations(int perMinute, int addresses, LongSupplier nanoTime) {
        bySite = new TokenBuckets<>(Rate.perMinute(perMinute), addresses, nanoTime);
    }

    /** @throws ConfabException {@link dev.confab.protocol.ErrorCode#RATE_LIMITED} */
    public void admit(ClientAddress address) {
        bySite.require(address.site());
    }
}
