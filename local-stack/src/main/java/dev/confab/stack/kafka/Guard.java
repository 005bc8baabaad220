package dev.confab.stack.kafka;

import dev.confab.stack.tls.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the embedded Kafka lets in.
 *
 * @param owner may do everything; where there is none, everybody may
 * @param identity what accounts know the brokers by, where there are accounts: they have a port of their own, with TLS
 */
public record Guard(Optional<Login> owner, Optional<Identity> identity) {
    static final String ACCOUNTS = "ACCOUNTS";

    public static final Guard NONE = new Guard(Optional.empty(), Optional.empty());

    /** How all but accounts come. */
    String protocol() {
        return owner.isPresent() ? "SASL_PLAINTEXT" : "PLAINTEXT";
    }

    /** @param listeners the names of all but that for accounts */
    Map<String, String> properties(List<String> listeners) {
        var properties = new HashMap<String, String>();
        owner.ifPresent(login -> {
            properties.put("sasl.enabled.mechanisms", "PLAIN");
            properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
            properties.put("sasl.mechanism.controller.protocol", "PLAIN");
            listeners.forEach(listener -> properties.put(of(listener, "plain.sasl.jaas.config"), login.server()));
        });
        identity.ifPresent(shown -> {
            properties.put(of(ACCOUNTS, "sasl.enabled.mechanisms"), "SCRAM-SHA-512");
            properties.put(
                    of(ACCOUNTS, "scram-sha-512.sasl.jaas.config"),
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
            properties.put(of(ACCOUNTS, "ssl.keystore.type"), "PEM");
            properties.put(of(ACCOUNTS, "ssl.keystore.location"), shown.both().toString());
            properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
            owner.ifPresent(login -> properties.put("super.users", "User:" + login.username()));
        });
        return properties;
    }

    private static String of(String listener, String key) {
        return "listener.name.%s.%s".formatted(listener.toLowerCase(java.util.Locale.ROOT), key);
    }
}
