package dev.confab.stack.kafka;

import dev.confab.stack.StackException;
import dev.confab.stack.process.Component;
import dev.confab.stack.process.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One Kafka node, broker and controller in one process, on 127.0.0.1, with its logs in a folder of the stack. */
public final class EmbeddedKafka {
    private static final int HEAP_MEGABYTES = 256;

    private final Path folder;
    private final int port;
    private final int controllerPort;

    /** @param folder of the stack: the logs are in {@code kafka}, what belongs to one run is in {@code run} */
    public EmbeddedKafka(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public Component prepare() {
        var settings = folder.resolve("run/kafka.properties");
        try (var out = Files.newBufferedWriter(settings)) {
            properties().store(out, "written by the local stack at every start");
        } catch (IOException e) {
            throw new StackException("%s can't be written: %s".formatted(settings, e), e);
        }
        var command = Jvm.command(
                HEAP_MEGABYTES,
                folder.resolve("tmp"),
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        settings.toString()));
        return new Component("kafka", "kafka://127.0.0.1:" + port, "", command, Map.of(), new KafkaProbe(port));
    }

    private Properties properties() {
        var properties = new Properties();
        try (var defaults = EmbeddedKafka.class.getResourceAsStream("broker.properties")) {
            properties.load(defaults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("log.dirs", folder.resolve("kafka").toString());
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return properties;
    }
}
