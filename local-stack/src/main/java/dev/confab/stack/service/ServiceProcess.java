package dev.confab.stack.service;

import dev.confab.stack.process.Component;
import dev.confab.stack.process.Jvm;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One process of a service, to be described to the stack. */
public record ServiceProcess(Service service, String name, String host, int port) {

    /** @param extra environment variables that come on top and win */
    public Component describe(Path checkout, Path temporary, Wiring wiring, Map<String, String> extra) {
        var environment = new HashMap<>(wiring.environment(this));
        environment.putAll(extra);
        var jar = service.jar(checkout).toString();
        var command = Jvm.command(service.heapMegabytes(), temporary, List.of("-jar", jar));
        return new Component(name, url(), command, environment, new HealthProbe(url()));
    }

    /** How it is reached from this machine. */
    public String url() {
        var reachable = "0.0.0.0".equals(host) || "127.0.0.1".equals(host) ? "localhost" : host;
        return "http://%s:%d".formatted(service == Service.GATEWAY ? reachable : host, port);
    }
}
