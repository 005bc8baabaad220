package dev.confab.stack.run;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.database.Schema;
import dev.confab.stack.service.Service;
import dev.confab.stack.service.ServiceProcess;
import dev.confab.stack.service.Wiring;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plan with every address, schema and secret settled: it stays the same for the whole run.
 *
 * @param database the server and its administrator
 * @param kafka bootstrap servers
 * @param schemas one for each that was planned, in the same order
 */
record Layout(
        DatabaseUrl database,
        String kafka,
        int kafkaPort,
        int kafkaControllerPort,
        List<Schema> schemas,
        List<ServiceProcess> services,
        List<ServiceProcess> gateways) {
    private static final String LOCAL = "127.0.0.1";

    static Layout settle(StackPlan plan, Ports ports, Secrets secrets) {
        var gateways = gateways(plan.front(), ports);
        int kafkaPort = ports.choose("kafka");
        return new Layout(
                plan.backing()
                        .database()
                        .orElseGet(() -> new DatabaseUrl(
                                LOCAL, ports.choose("database"), "root", secrets.get("database.root.password"))),
                plan.backing().kafka().orElse(LOCAL + ":" + kafkaPort),
                kafkaPort,
                ports.choose("kafka-controller"),
                plan.backing().schemas().stream()
                        .map(name -> new Schema(name, name, secrets.get("database." + name + ".password")))
                        .toList(),
                plan.services().stream()
                        .filter(service -> service != Service.GATEWAY)
                        .map(service ->
                                process(service, service.module(), LOCAL, ports.choose(service.module()), ports))
                        .toList(),
                gateways);
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

    private static ServiceProcess process(Service service, String name, String host, int port, Ports ports) {
        return new ServiceProcess(service, name, host, port, ports.choose(StackRecord.managementOf(name)));
    }

    Wiring wiring(String secret) {
        var urls = new EnumMap<Service, String>(Service.class);
        services.forEach(process -> urls.put(process.service(), process.url()));
        var used = new EnumMap<Service, Schema>(Service.class);
        for (var service : Service.values()) {
            service.schema()
                    .flatMap(wanted -> schemas.stream()
                            .filter(schema -> schema.name().startsWith(wanted))
                            .findFirst())
                    .ifPresent(schema -> used.put(service, schema));
        }
        return new Wiring(kafka, database, used, urls, secret);
    }

    /** Names of all processes in the order in which they are stopped, side by side within one group. */
    List<List<String>> stopOrder() {
        var order = new ArrayList<List<String>>();
        order.add(gateways.stream().map(ServiceProcess::name).toList());
        order.add(services.stream().map(ServiceProcess::name).toList());
        order.add(List.of("kafka"));
        order.add(List.of("database"));
        return order;
    }
}
