package dev.confab.gateway.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this gateway calls itself among the others: another id after each start, so that its past is not its own. */
@ApplicationScoped
public class GatewayId {
    private final String value;

    /** @param name What the gateway's id begins with, for logs; a random part follows. */
    GatewayId(@ConfigProperty(name = "confab.gateway.name") Optional<String> name) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        this.value = name.map(given -> given + "-" + unique).orElse(unique);
    }

    @Override
    public String toString() {
        return value;
    }
}
