package dev.confab.stack.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What to start. The default is one gateway and nothing special.
 *
 * @param environment variables by process name, or by module name for all processes of the module
 * @param replicas how many of a service, by its name
 * @param linked processes whose connections can be cut
 * @param lasting whether code is compiled as well as can be, which takes minutes, rather than at once
 */
public record Options(
        int gateways,
        Map<String, Map<String, String>> environment,
        int brokers,
        Set<String> linked,
        Map<String, Integer> replicas,
        boolean lasting) {
    public Options {
        environment = Map.copyOf(environment);
        linked = Set.copyOf(linked);
        replicas = Map.copyOf(replicas);
    }

    public Options withGateways(int count) {
        return new Options(count, environment, brokers, linked, replicas, lasting);
    }

    /** One more variable; keys are written as the services' properties or as environment variables. */
    public Options withEnvironment(String processOrModule, String key, String value) {
        var all = new HashMap<>(environment);
        var one = new HashMap<>(all.getOrDefault(processOrModule, Map.of()));
        one.put(key, value);
        all.put(processOrModule, Map.copyOf(one));
        return new Options(gateways, all, brokers, linked, replicas, lasting);
    }

    /** Several Kafka nodes; with three, every topic has three copies, and two must have a record for it to be kept. */
    public Options withBrokers(int count) {
        return new Options(gateways, environment, count, linked, replicas, lasting);
    }

    /** Several processes of {@code auth-service}, {@code room-service} or {@code message-service}. */
    public Options withReplicas(String service, int count) {
        var all = new HashMap<>(replicas);
        all.put(service, count);
        return new Options(gateways, environment, brokers, linked, all, lasting);
    }

    /** Makes it possible to cut these processes off from others. */
    public Options withLinks(String... processes) {
        var all = new HashSet<>(linked);
        all.addAll(Set.of(processes));
        return new Options(gateways, environment, brokers, all, replicas, lasting);
    }

    /** Processes get faster over the minutes, as those that are there to stay do, and start more slowly. */
    public Options lastingLong() {
        return new Options(gateways, environment, brokers, linked, replicas, true);
    }

    /** As they go over the line to the stack's process. */
    Map<String, String> words() {
        var words = new HashMap<String, String>();
        words.put("gateways", Integer.toString(gateways));
        words.put("brokers", Integer.toString(brokers));
        if (lasting) {
            words.put(TestOptions.LASTING, "");
        }
        linked.forEach(process -> words.put(TestOptions.LINK + process, ""));
        replicas.forEach((service, count) -> words.put(TestOptions.REPLICAS + service, Integer.toString(count)));
        environment.forEach((name, variables) ->
                variables.forEach((key, value) -> words.put("environment." + name + " " + key, value)));
        return words;
    }
}
