package dev.confab.stack.run;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.database.Schema;
import dev.confab.stack.kafka.Node;
import dev.confab.stack.kafka.Node.Entrance;
import dev.confab.stack.service.Service;
import dev.confab.stack.service.ServiceProcess;
import dev.confab.stack.service.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plan with every address, schema and secret settled: it stays the same for the whole run.
 *
 * @param database the server and its administrator
 * @param kafka bootstrap servers
 * @param nodes of the embedded Kafka
 * @param schemas one for each that was planned, in the same order
 * @param balancers in front of the services that have replicas
 */
record Layout(
        DatabaseUrl database,
        String kafka,
        List<Node> nodes,
        List<Schema> schemas,
        List<ServiceProcess> services,
        List<ServiceProcess> gateways,
        Map<Service, Balancer> balancers) {
    private static final String LOCAL = "127.0.0.1";

    static Layout settle(StackPlan plan, Ports ports, Secrets secrets) {
        var gateways = gateways(plan.front(), ports);
        var nodes = nodes(plan, ports);
        var database = plan.backing()
                .database()
                .orElseGet(() -> new DatabaseUrl(
                        LOCAL, ports.choose("database"), "root", secrets.get("database.root.password")));
        var services = plan.services().stream()
                .filter(service -> service != Service.GATEWAY)
                .flatMap(service -> replicas(service, plan.shape(), ports).stream())
                .toList();
        return new Layout(
                database,
                plan.backing()
                        .kafka()
                        .orElseGet(() -> nodes.stream().map(Node::address).collect(Collectors.joining(","))),
                nodes,
                plan.backing().schemas().stream()
                        .map(name -> new Schema(name, name, secrets.get("database." + name + ".password")))
                        .toList(),
                services,
                gateways,
                Balancer.inFrontOf(services, ports));
    }

    private static List<ServiceProcess> gateways(StackPlan.Front front, Ports ports) {
        return IntStream.range(0, front.gateways())
                .mapToObj(i -> {
                    var name = "gateway-" + (i + 1);
                    int port = front.firstPort() == 0
                            ? ports.choose(name)
                            : ports.claim(front.host(), front.firstPort() + i);
                    return process(Service.GATEWAY, name, front.host(), port, ports);
                })
                .toList();
    }

    private static List<ServiceProcess> replicas(Service service, StackPlan.Shape shape, Ports ports) {
        return named(service.module(), shape.replicasOf(service)).stream()
                .map(name -> process(service, name, LOCAL, ports.choose(name), ports))
                .toList();
    }

    private static ServiceProcess process(Service service, String name, String host, int port, Ports ports) {
        return new ServiceProcess(service, name, host, port, ports.choose(StackRecord.managementOf(name)));
    }

    private static List<Node> nodes(StackPlan plan, Ports ports) {
        if (plan.backing().kafka().isPresent()) {
            return List.of();
        }
        var nodes = new ArrayList<Node>();
        for (var name : named("kafka", plan.shape().brokers())) {
            var entrances = new HashMap<String, Entrance>();
            plan.shape()
                    .linked()
                    .forEach(process -> entrances.put(
                            process,
                            new Entrance(
                                    ports.choose(name + " for " + process), ports.choose(process + " to " + name))));
            var accountsPort = plan.shape().provision().isNone()
                    ? OptionalInt.empty()
                    : OptionalInt.of(ports.choose(name + "-accounts"));
            nodes.add(new Node(
                    name,
                    nodes.size() + 1,
                    ports.choose(name),
                    ports.choose(name + "-controller"),
                    accountsPort,
                    entrances));
        }
        return nodes;
    }

    /** The plain name if there is one, numbers from 1 if there are several. */
    private static List<String> named(String name, int count) {
        return count == 1
                ? List.of(name)
                : IntStream.rangeClosed(1, count).mapToObj(i -> name + "-" + i).toList();
    }

    /** Where each service is reached, the gateways not included. */
    Map<Service, String> urls() {
        var urls = new EnumMap<Service, String>(Service.class);
        services.forEach(process -> urls.put(process.service(), process.url()));
        balancers.forEach((service, balancer) -> urls.put(service, balancer.url()));
        return urls;
    }

    Wiring wiring(Secrets secrets, Doors doors, Path indexes, Path files) {
        var used = new EnumMap<Service, Schema>(Service.class);
        for (var service : Service.values()) {
            service.schema()
                    .flatMap(wanted -> schemas.stream()
                            .filter(schema -> schema.name().startsWith(wanted))
                            .findFirst())
                    .ifPresent(schema -> used.put(service, schema));
        }
        var access = new EnumMap<Service, Map<String, String>>(Service.class);
        for (var service : Service.values()) {
            access.put(service, doors.environment(service));
        }
        String instance = gateways.stream()
                .findFirst()
                .map(gateway -> Integer.toString(gateway.port()))
                .orElse("");
        var servers = doors.identity().isPresent() ? accountsServers() : kafka;
        return new Wiring(
                servers,
                Math.max(1, nodes.size()),
                database,
                used,
                urls(),
                secrets.environments(),
                access,
                indexes,
                files,
                instance);
    }

    /** Where accounts reach Kafka. */
    String accountsServers() {
        return nodes.stream().map(Node::accountsAddress).collect(Collectors.joining(","));
    }

    /** Names of all processes in the order in which they are stopped, side by side within one group. */
    List<List<String>> stopOrder() {
        var order = new ArrayList<List<String>>();
        order.add(gateways.stream().map(ServiceProcess::name).toList());
        order.add(services.stream().map(ServiceProcess::name).toList());
        order.add(nodes.stream().map(Node::name).toList());
        order.add(List.of("database"));
        return order;
    }
}
