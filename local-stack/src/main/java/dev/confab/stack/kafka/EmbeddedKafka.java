package dev.confab.stack.kafka;

import dev.confab.stack.Checkout;
import dev.confab.stack.StackException;
import dev.confab.stack.files.PrivateFile;
import dev.confab.stack.process.AotCache;
import dev.confab.stack.process.Component;
import dev.confab.stack.process.Jvm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** The Kafka that the stack runs itself: one node, or several that keep copies, each with its logs in a folder of the stack. */
public final class EmbeddedKafka {
    private static final int HEAP_MEGABYTES = 256;
    /** A record is kept when so many of the copies have it. */
    public static final int MIN_INSYNC_OF_SEVERAL = 2;

    /** What one node keeps of Kafka's own topics. */
    private static final List<String> COPIES = List.of(
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "share.coordinator.state.topic.replication.factor");

    private static final List<String> IN_SYNC =
            List.of("transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr", "min.insync.replicas");

    private final Checkout checkout;
    private final Path folder;
    private final List<Node> nodes;
    private final Guard guard;
    private final Jvm jvm;
    /** Counts for folders that are new. */
    private final String clusterId = Uuid.randomUuid().toString();

    /** @param folder of the stack: logs are in folders named as the nodes, what belongs to one run is in {@code run} */
    public EmbeddedKafka(Checkout checkout, Path folder, List<Node> nodes, Guard guard, Jvm jvm) {
        this.checkout = checkout;
        this.guard = guard;
        this.jvm = jvm;
        this.folder = folder;
        this.nodes = List.copyOf(nodes);
    }

    /** What lets a node start quickly. */
    public static AotCache cache(Checkout checkout) {
        return new AotCache(checkout.jar());
    }

    public List<Component> prepare() {
        return nodes.stream().map(this::prepare).toList();
    }

    private Component prepare(Node node) {
        var settings = folder.resolve("run/%s.properties".formatted(node.name()));
        var text = new StringWriter();
        try {
            properties(node).store(text, "written by the local stack at every start; it holds a password");
            PrivateFile.write(settings, text.toString());
        } catch (IOException e) {
            throw new StackException("%s can't be written: %s".formatted(settings, e), e);
        }
        var command = jvm.command(
                HEAP_MEGABYTES,
                cache(checkout),
                List.of("-cp", checkout.classPath(), Broker.class.getName(), settings.toString(), clusterId));
        return new Component(
                node.name(), "kafka://" + node.address(), "", command, Map.of(), new KafkaProbe(node.port()));
    }

    private Properties properties(Node node) {
        var properties = new Properties();
        try (var defaults = EmbeddedKafka.class.getResourceAsStream("broker.properties")) {
            properties.load(defaults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("node.id", Integer.toString(node.id()));
        properties.setProperty("log.dirs", folder.resolve(node.name()).toString());
        properties.setProperty("listeners", node.listeners());
        properties.setProperty("advertised.listeners", node.advertisedListeners());
        properties.setProperty("listener.security.protocol.map", node.protocols(guard.protocol()));
        properties.setProperty("inter.broker.listener.name", Node.LOCAL);
        guard.properties(node.localListeners()).forEach(properties::setProperty);
        properties.setProperty(
                "controller.quorum.voters", nodes.stream().map(Node::voter).collect(Collectors.joining(",")));
        if (nodes.size() > 1) {
            COPIES.forEach(key -> properties.setProperty(key, Integer.toString(nodes.size())));
            IN_SYNC.forEach(key -> properties.setProperty(key, Integer.toString(MIN_INSYNC_OF_SEVERAL)));
        }
        return properties;
    }
}
