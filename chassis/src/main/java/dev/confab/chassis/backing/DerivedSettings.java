package dev.confab.chassis.backing;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says to the libraries what {@code confab.kafka.*} and {@code confab.database.certificates} mean. A key of a library that
 * is given itself, such as {@code kafka.sasl.jaas.config}, stands.
 */
@Priority(Priorities.LIBRARY + 600)
public final class DerivedSettings implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    /** What comes from anywhere below is a library's default, and nobody has said it. */
    private static final int SAID = 100;

    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String TRUSTED_BY_CLIENT = DATASOURCE + "reactive.trust-certificate-pem";
    private static final String JDBC = DATASOURCE + "jdbc.additional-jdbc-properties.";

    /** Each key with what it is made of the given ones. */
    private static final Map<String, Function<Given, Optional<String>>> DERIVED = Map.ofEntries(
            Map.entry("kafka.security.protocol", Given::protocol),
            Map.entry(
                    "kafka.sasl.mechanism",
                    given -> given.account().map(account -> given.mechanism().sasl())),
            Map.entry("kafka.sasl.jaas.config", Given::login),
            Map.entry(
                    "kafka.ssl.truststore.type",
                    given -> given.kafkaCertificates().map(file -> "PEM")),
            Map.entry("kafka.ssl.truststore.location", Given::kafkaCertificates),
            Map.entry(TRUSTED_BY_CLIENT, given -> given.databaseCertificates().map(file -> "true")),
            Map.entry(TRUSTED_BY_CLIENT + ".certs", Given::databaseCertificates),
            Map.entry(
                    DATASOURCE + "reactive.hostname-verification-algorithm",
                    given -> given.databaseCertificates().map(file -> "HTTPS")),
            Map.entry(
                    DATASOURCE + "reactive.mysql.ssl-mode",
                    given -> given.databaseCertificates().map(file -> "verify-identity")),
            Map.entry(JDBC + "sslMode", given -> given.databaseCertificates().map(file -> "verify-full")),
            Map.entry(JDBC + "serverSslCert", Given::databaseCertificates));

    /** Our own keys as they are given. */
    private record Given(ConfigSourceInterceptorContext context) {
        Optional<String> account() {
            return get("confab.kafka.username");
        }

        Optional<String> kafkaCertificates() {
            return get("confab.kafka.certificates");
        }

        /** Of a service that has a database. */
        Optional<String> databaseCertificates() {
            return get("confab.database.name").flatMap(schema -> get("confab.database.certificates"));
        }

        KafkaAccess.Mechanism mechanism() {
            return get("confab.kafka.mechanism")
                    .map(name ->
                            KafkaAccess.Mechanism.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))
                    .orElse(KafkaAccess.Mechanism.SCRAM_SHA_512);
        }

        Optional<String> protocol() {
            boolean hasAccount = account().isPresent();
            return kafkaCertificates()
                    .map(file -> hasAccount ? "SASL_SSL" : "SSL")
                    .or(() -> hasAccount ? Optional.of("SASL_PLAINTEXT") : Optional.empty());
        }

        Optional<String> login() {
            return account()
                    .flatMap(name -> get("confab.kafka.password")
                            .map(password -> mechanism().login(name, password)));
        }

        private Optional<String> get(String key) {
            return Optional.ofNullable(context.proceed(key))
                    .map(ConfigValue::getValue)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }
    }

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        Function<Given, Optional<String>> derived = DERIVED.get(name);
        if (derived == null) {
            return context.proceed(name);
        }
        ConfigValue given = context.proceed(name);
        return given != null && given.getConfigSourceOrdinal() >= SAID
                ? given
                : derived.apply(new Given(context))
                        .map(value -> value(name, value))
                        .orElse(given);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> names = new HashSet<>();
        context.iterateNames().forEachRemaining(names::add);
        Given given = new Given(context);
        DERIVED.forEach((name, derived) -> derived.apply(given).ifPresent(value -> names.add(name)));
        return names.iterator();
    }

    private static ConfigValue value(String name, String value) {
        return ConfigValue.builder()
                .withName(name)
                .withValue(value)
                .withRawValue(value)
                .withConfigSourceName(DerivedSettings.class.getSimpleName())
                .build();
    }
}
