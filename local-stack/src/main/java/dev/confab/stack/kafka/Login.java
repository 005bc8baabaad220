package dev.confab.stack.kafka;

import java.nio.file.Path;
import java.util.Map;

/** A name that Kafka lets in, and the password that goes with it. */
public record Login(String username, String password) {
    /** What a client needs to come by the password itself, over a connection of this machine. */
    public Map<String, String> plain() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", line("plain.Plain") + ";");
    }

    /** What a client needs to come by TLS without showing the password. */
    public Map<String, String> scram(Path certificate) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", line("scram.Scram") + ";",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
    }

    /** As which a broker comes to others, and whom it lets in itself. */
    String server() {
        return line("plain.Plain") + " user_%s=\"%s\";".formatted(username, password);
    }

    private String line(String module) {
        return "org.apache.kafka.common.security.%sLoginModule required username=\"%s\" password=\"%s\""
                .formatted(module, username, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
