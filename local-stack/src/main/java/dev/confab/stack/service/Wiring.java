package dev.confab.stack.service;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.database.Schema;
import dev.confab.stack.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the services must know of the rest of the stack.
 *
 * @param kafka bootstrap servers
 * @param brokers how many there are, if the stack runs them; topics have a copy on each
 * @param schemas by the service that uses them
 * @param urls of the services, the gateways not included
 * @param secrets by the service that uses them, as environment variables
 * @param access as whom processes of the service come to Kafka, and how they know it and the database
 * @param indexes where processes that search keep their indexes, each in a folder of its name
 * @param files folder of what people share
 * @param instance tells this stack from others on this machine
 */
public record Wiring(
        String kafka,
        int brokers,
        DatabaseUrl database,
        Map<Service, Schema> schemas,
        Map<Service, String> urls,
        Map<Service, Map<String, String>> secrets,
        Map<Service, Map<String, String>> access,
        Path indexes,
        Path files,
        String instance) {

    /** The configuration of one process as environment variables; keys are those of the services' own properties. */
    Map<String, String> environment(ServiceProcess process) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", process.host());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(process.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", ServiceProcess.LOCAL);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(process.managementPort()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.putAll(secrets.getOrDefault(process.service(), Map.of()));
        environment.putAll(access.getOrDefault(process.service(), Map.of()));
        if (brokers > 1) {
            environment.put("CONFAB_TOPICS_REPLICATION", Integer.toString(brokers));
            environment.put("CONFAB_TOPICS_MIN_INSYNC_REPLICAS", Integer.toString(EmbeddedKafka.MIN_INSYNC_OF_SEVERAL));
        }
        urls.forEach((target, url) -> environment.put("CONFAB_%s_URL".formatted(target.name()), url));
        environment.put("CONFAB_COOKIES_SUFFIX", instance);
        if (process.service() == Service.MESSAGE) {
            environment.put("CONFAB_PROJECTION_INSTANCE", process.name());
            environment.put(
                    "CONFAB_SEARCH_FOLDER", indexes.resolve(process.name()).toString());
        }
        if (process.service() == Service.MEDIA) {
            environment.put("CONFAB_MEDIA_FOLDER", files.toString());
        }
        var schema = schemas.get(process.service());
        if (schema != null) {
            environment.put("CONFAB_DATABASE_HOST", database.host());
            environment.put("CONFAB_DATABASE_PORT", Integer.toString(database.port()));
            environment.put("CONFAB_DATABASE_NAME", schema.name());
            environment.put("CONFAB_DATABASE_USERNAME", schema.username());
            environment.put("CONFAB_DATABASE_PASSWORD", schema.password());
        }
        return environment;
    }
}
