package dev.confab.stack.kafka;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** A Kafka that somebody else runs. */
public record ExternalKafka(String servers) {
    private static final int PATIENCE_MILLIS = 3000;

    /** Fails if none of the servers takes connections. */
    public void check() {
        if (Arrays.stream(servers.split(",")).noneMatch(ExternalKafka::takesConnections)) {
            throw new StackException(
                    "No Kafka answers at %s. Check the address; it is written host:port,host:port".formatted(servers));
        }
    }

    private static boolean takesConnections(String server) {
        int colon = server.lastIndexOf(':');
        try (var socket = new Socket()) {
            var address = new InetSocketAddress(
                    server.substring(0, Math.max(colon, 0)).strip(),
                    Integer.parseInt(server.substring(colon + 1).strip()));
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
