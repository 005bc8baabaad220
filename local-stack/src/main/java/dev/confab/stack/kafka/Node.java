package dev.confab.stack.kafka;

import java.util.Locale;
import java.util.Map;

/**
 * A node of the embedded Kafka, broker and controller in one, on 127.0.0.1.
 *
 * @param name of its process
 * @param id from 1
 * @param controllerPort where the nodes elect who leads
 * @param entrances further ways in, by the name of the process that uses it
 */
public record Node(String name, int id, int port, int controllerPort, Map<String, Entrance> entrances) {

    /** Who connects to this port is told to use the other one from then on. */
    public record Entrance(int port, int advertised) {}

    public String address() {
        return "127.0.0.1:" + port;
    }

    String voter() {
        return "%d@127.0.0.1:%d".formatted(id, controllerPort);
    }

    String listeners() {
        var all = new StringBuilder("PLAINTEXT://%s,CONTROLLER://127.0.0.1:%d".formatted(address(), controllerPort));
        entrances.forEach((process, entrance) -> all.append(at(process, entrance.port())));
        return all.toString();
    }

    String advertisedListeners() {
        var all = new StringBuilder("PLAINTEXT://" + address());
        entrances.forEach((process, entrance) -> all.append(at(process, entrance.advertised())));
        return all.toString();
    }

    String protocols() {
        var all = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        entrances
                .keySet()
                .forEach(process -> all.append(",").append(listener(process)).append(":PLAINTEXT"));
        return all.toString();
    }

    private static String at(String process, int port) {
        return ",%s://127.0.0.1:%d".formatted(listener(process), port);
    }

    private static String listener(String process) {
        return process.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
