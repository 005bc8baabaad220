package dev.confab.chassis.backing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class DerivedSettingsTest {
    private static final String VERIFICATION = "quarkus.datasource.reactive.hostname-verification-algorithm";

    @Test
    void shouldLeaveEverythingAsItIsWhereNothingIsGiven() {
        // when
        SmallRyeConfig config = config(Map.of());
        // then
        assertThat(config.getPropertyNames()).noneMatch(name -> name.startsWith("kafka"));
        assertThat(config.getOptionalValue("kafka.security.protocol", String.class))
                .isEmpty();
        assertThat(config.getOptionalValue("quarkus.datasource.reactive.mysql.ssl-mode", String.class))
                .isEmpty();
    }

    @Test
    void shouldComeWithAnAccountByTls() {
        // when
        SmallRyeConfig config = config(Map.of(
                "confab.kafka.username", "gateway",
                "confab.kafka.password", "secret\n",
                "confab.kafka.certificates", "/run/trusted/kafka.pem"));
        // then
        assertThat(config.getValue("kafka.security.protocol", String.class)).isEqualTo("SASL_SSL");
        assertThat(config.getValue("kafka.sasl.mechanism", String.class)).isEqualTo("SCRAM-SHA-512");
        assertThat(config.getValue("kafka.ssl.truststore.location", String.class))
                .isEqualTo("/run/trusted/kafka.pem");
        assertThat(config.getPropertyNames())
                .contains("kafka.security.protocol", "kafka.sasl.jaas.config", "kafka.ssl.truststore.type");
        assertThat(login(config)).containsEntry("username", "gateway").containsEntry("password", "secret");
    }

    @Test
    void shouldTakeAnyPassword() {
        // when
        SmallRyeConfig config = config(Map.of(
                "confab.kafka.username", "gateway",
                "confab.kafka.password", "with \"quotes\"; and \\",
                "confab.kafka.mechanism", "plain"));
        // then
        assertThat(config.getValue("kafka.security.protocol", String.class)).isEqualTo("SASL_PLAINTEXT");
        assertThat(config.getValue("kafka.sasl.mechanism", String.class)).isEqualTo("PLAIN");
        assertThat(login(config)).containsEntry("password", "with \"quotes\"; and \\");
    }

    @Test
    void shouldLetTheLibrariesOwnKeysStand() {
        // when
        SmallRyeConfig config = config(
                Map.of("confab.kafka.certificates", "/ours.pem", "kafka.ssl.truststore.location", "/theirs.pem"));
        // then
        assertThat(config.getValue("kafka.security.protocol", String.class)).isEqualTo("SSL");
        assertThat(config.getValue("kafka.ssl.truststore.location", String.class))
                .isEqualTo("/theirs.pem");
    }

    @Test
    void shouldKnowTheDatabaseByItsCertificate() {
        // when
        SmallRyeConfig config =
                config(Map.of("confab.database.certificates", "/mysql.pem", "confab.database.name", "confab_room"));
        // then
        assertThat(config.getValue("quarkus.datasource.reactive.mysql.ssl-mode", String.class))
                .isEqualTo("verify-identity");
        assertThat(config.getValue(VERIFICATION, String.class))
                .as("in place of the library's default")
                .isEqualTo("HTTPS");
        assertThat(config.getValues("quarkus.datasource.jdbc.additional-jdbc-properties", String.class, String.class))
                .containsOnly(Map.entry("sslMode", "verify-full"), Map.entry("serverSslCert", "/mysql.pem"));
    }

    @Test
    void shouldSayNothingOfADatabaseToAServiceThatHasNone() {
        // when
        SmallRyeConfig config = config(Map.of("confab.database.certificates", "/mysql.pem"));
        // then
        assertThat(config.getPropertyNames())
                .filteredOn(name -> !name.equals(VERIFICATION))
                .noneMatch(name -> name.startsWith("quarkus.datasource"));
    }

    private static SmallRyeConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue(VERIFICATION, "NONE")
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .withInterceptors(new DerivedSettings())
                .addDefaultInterceptors()
                .build();
    }

    /** As Kafka's client reads it. */
    private static Map<String, Object> login(SmallRyeConfig config) {
        var entries = JaasContext.loadClientContext(Map.of(
                        "sasl.jaas.config", new Password(config.getValue("kafka.sasl.jaas.config", String.class))))
                .configurationEntries();
        return Map.copyOf(entries.getFirst().getOptions());
    }
}
