package dev.confab.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.LogManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** A Kafka node as a process of its own. It formats its storage at the first start and shuts down when told to end. */
public final class Broker {
    private Broker() {}

    /** @param arguments the file with the broker's properties, and the cluster's id for a storage that is new */
    public static void main(String[] arguments) throws IOException {
        try (var logging = Broker.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        var settings = Path.of(arguments[0]);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            format(settings, arguments[1]);
        }
        var server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path settings, String clusterId) {
        var status = StorageTool.execute(
                new String[] {"format", "--cluster-id", clusterId, "--config", settings.toString(), "--ignore-formatted"
                },
                System.out);
        if (status != 0) {
            throw new IllegalStateException("Kafka's storage can't be formatted");
        }
    }
}
