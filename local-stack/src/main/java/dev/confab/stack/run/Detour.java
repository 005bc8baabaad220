package dev.confab.stack.run;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.service.Wiring;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How one process reaches the others when each of its ways can be cut: ports of this machine by the name of what is behind.
 *
 * @param targets what is behind the port
 */
record Detour(Map<String, Integer> ports, Map<String, InetSocketAddress> targets) {
    private static final String DATABASE = "database";
    private static final String KAFKA = "kafka";

    static Detour settle(String process, Layout layout, Ports ports) {
        var detour = new Detour(new LinkedHashMap<>(), new HashMap<>());
        layout.nodes().forEach(node -> {
            var entrance = Objects.requireNonNull(node.entrances().get(process));
            detour.add(node.name(), entrance.advertised(), local(entrance.port()));
        });
        var server = layout.database();
        detour.add(
                DATABASE, ports.choose(process + " to database"), new InetSocketAddress(server.host(), server.port()));
        layout.urls().forEach((service, url) -> {
            var name = service.module();
            detour.add(
                    name,
                    ports.choose(process + " to " + name),
                    local(URI.create(url).getPort()));
        });
        return detour;
    }

    private void add(String target, int port, InetSocketAddress address) {
        ports.put(target, port);
        targets.put(target, address);
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What the process is told instead of the direct addresses. */
    Wiring wiring(Wiring direct) {
        var urls = direct.urls().keySet().stream()
                .collect(Collectors.toMap(service -> service, service -> "http://127.0.0.1:" + port(service.module())));
        var server = direct.database();
        return new Wiring(
                ports.keySet().stream()
                        .filter(target -> target.startsWith(KAFKA))
                        .map(broker -> "127.0.0.1:" + port(broker))
                        .collect(Collectors.joining(",")),
                direct.brokers(),
                new DatabaseUrl("127.0.0.1", port(DATABASE), server.user(), server.password()),
                direct.schemas(),
                urls,
                direct.secrets(),
                direct.access(),
                direct.indexes(),
                direct.files(),
                direct.instance());
    }

    private int port(String target) {
        return Objects.requireNonNull(ports.get(target));
    }
}
