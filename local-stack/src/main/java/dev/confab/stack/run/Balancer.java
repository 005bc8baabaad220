package dev.confab.stack.run;

import dev.confab.stack.service.Service;
import dev.confab.stack.service.ServiceProcess;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one address of several replicas: connections go to each in turn, past those that don't accept any. */
record Balancer(int port, List<InetSocketAddress> replicas) {

    static Map<Service, Balancer> inFrontOf(List<ServiceProcess> services, Ports ports) {
        var balancers = new EnumMap<Service, Balancer>(Service.class);
        services.stream()
                .collect(Collectors.groupingBy(ServiceProcess::service))
                .forEach((service, replicas) -> {
                    if (replicas.size() > 1) {
                        balancers.put(service, of(ports.choose(service.module()), replicas));
                    }
                });
        return balancers;
    }

    private static Balancer of(int port, List<ServiceProcess> replicas) {
        return new Balancer(
                port,
                replicas.stream()
                        .map(replica -> new InetSocketAddress(replica.host(), replica.port()))
                        .toList());
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }
}
