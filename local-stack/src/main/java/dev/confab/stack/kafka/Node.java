package dev.confab.stack.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A node of the embedded Kafka, broker and controller in one, on 127.0.0.1.
 *
 * @param name of its process
 * @param id from 1
 * @param controllerPort where the nodes elect who leads
 * @param accountsPort where accounts come in, if there are any
 * @param entrances further ways in, by the name of the process that uses it
 */
public record Node(
        String name, int id, int port, int controllerPort, OptionalInt accountsPort, Map<String, Entrance> entrances) {
    /** The way in of whoever has no other, and of the nodes to each other. */
    static final String LOCAL = "LOCAL";

    private static final String CONTROLLER = "CONTROLLER";

    /** Who connects to this port is told to use the other one from then on. */
    public record Entrance(int port, int advertised) {}

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where accounts come in. */
    public String accountsAddress() {
        return "127.0.0.1:" + accountsPort.orElseThrow();
    }

    String voter() {
        return "%d@127.0.0.1:%d".formatted(id, controllerPort);
    }

    String listeners() {
        var all = new ArrayList<>(List.of(at(LOCAL, port), at(CONTROLLER, controllerPort)));
        accountsPort.ifPresent(own -> all.add(at(Guard.ACCOUNTS, own)));
        entrances.forEach((process, entrance) -> all.add(at(listener(process), entrance.port())));
        return String.join(",", all);
    }

    String advertisedListeners() {
        var all = new ArrayList<>(List.of(at(LOCAL, port)));
        accountsPort.ifPresent(own -> all.add(at(Guard.ACCOUNTS, own)));
        entrances.forEach((process, entrance) -> all.add(at(listener(process), entrance.advertised())));
        return String.join(",", all);
    }

    /** The names of all listeners but that of accounts. */
    List<String> localListeners() {
        var all = new ArrayList<>(List.of(LOCAL, CONTROLLER));
        entrances.keySet().forEach(process -> all.add(listener(process)));
        return all;
    }

    /** @param local of the listeners that are not for accounts */
    String protocols(String local) {
        var all = localListeners().stream()
                .map(listener -> listener + ":" + local)
                .collect(Collectors.toCollection(ArrayList::new));
        accountsPort.ifPresent(own -> all.add(Guard.ACCOUNTS + ":SASL_SSL"));
        return String.join(",", all);
    }

    private static String at(String listener, int port) {
        return "%s://127.0.0.1:%d".formatted(listener, port);
    }

    private static String listener(String process) {
        return process.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
