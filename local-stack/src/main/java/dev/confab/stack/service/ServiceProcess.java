package dev.confab.stack.service;

import dev.confab.stack.process.Component;
import dev.confab.stack.process.Jvm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One process of a service, to be described to the stack.
 *
 * @param host that it listens on for its clients
 * @param managementPort where it tells this machine of its health and its metrics
 */
public record ServiceProcess(Service service, String name, String host, int port, int managementPort) {
    static final String LOCAL = "127.0.0.1";

    /** @param extra environment variables that come on top and win */
    public Component describe(Path checkout, Jvm jvm, Wiring wiring, Map<String, String> extra) {
        var environment = new HashMap<>(wiring.environment(this));
        environment.putAll(extra);
        return new Component(
                name,
                url(),
                managementUrl(),
                service.command(checkout, jvm),
                environment,
                new HealthProbe(managementUrl()));
    }

    /** How it is reached from this machine. */
    public String url() {
        var reachable = "0.0.0.0".equals(host) || LOCAL.equals(host) ? "localhost" : host;
        return "http://%s:%d".formatted(service == Service.GATEWAY ? reachable : host, port);
    }

    /** Where its health and its metrics are, under {@code /q}. */
    public String managementUrl() {
        return "http://%s:%d".formatted(LOCAL, managementPort);
    }
}
