package dev.confab.stack.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start. The default is one gateway and nothing special.
 *
 * @param environment variables by process name, or by module name for all processes of the module
 * @param replicas how many of a service, by its name
 * @param linked processes whose connections can be cut
 * @param lasting whether code is compiled as well as can be, which takes minutes, rather than at once
 * @param provision what is there before the services, as it goes over the line: accounts and topics of Kafka, older data
 */
public record Options(
        int gateways,
        Map<String, Map<String, String>> environment,
        int brokers,
        Set<String> linked,
        Map<String, Integer> replicas,
        boolean lasting,
        Map<String, String> provision) {
    public Options {
        environment = Map.copyOf(environment);
        linked = Set.copyOf(linked);
        replicas = Map.copyOf(replicas);
        provision = Map.copyOf(provision);
    }

    public Options withGateways(int count) {
        return new Options(count, environment, brokers, linked, replicas, lasting, provision);
    }

    /** One more variable; keys are written as the services' properties or as environment variables. */
    public Options withEnvironment(String processOrModule, String key, String value) {
        var all = new HashMap<>(environment);
        var one = new HashMap<>(all.getOrDefault(processOrModule, Map.of()));
        one.put(key, value);
        all.put(processOrModule, Map.copyOf(one));
        return new Options(gateways, all, brokers, linked, replicas, lasting, provision);
    }

    /** Several Kafka nodes; with three, every topic has three copies, and two must have a record for it to be kept. */
    public Options withBrokers(int count) {
        return new Options(gateways, environment, count, linked, replicas, lasting, provision);
    }

    /** Several processes of {@code auth-service}, {@code room-service} or {@code message-service}. */
    public Options withReplicas(String service, int count) {
        var all = new HashMap<>(replicas);
        all.put(service, count);
        return new Options(gateways, environment, brokers, linked, all, lasting, provision);
    }

    /** Makes it possible to cut these processes off from others. */
    public Options withLinks(String... processes) {
        var all = new HashSet<>(linked);
        all.addAll(Set.of(processes));
        return new Options(gateways, environment, brokers, all, replicas, lasting, provision);
    }

    /**
     * An account at Kafka, which may do this and nothing else; the service of its name comes as it. With accounts nobody
     * comes to Kafka without, and the way to it and to the database is TLS.
     *
     * @param rights each {@code resource name pattern operation}, such as {@code topic confab.rooms literal Read}
     */
    public Options withAccount(String name, List<String> rights) {
        return with(TestOptions.ACCOUNT + name, String.join("\n", rights));
    }

    /** A topic that is there before the services. */
    public Options withTopic(String name, int partitions, Map<String, String> settings) {
        var lines = new ArrayList<>(List.of("%s=%d".formatted(TestOptions.PARTITIONS, partitions)));
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        return with(TestOptions.TOPIC + name, String.join("\n", lines));
    }

    private Options with(String word, String value) {
        var all = new HashMap<>(provision);
        all.put(word, value);
        return new Options(gateways, environment, brokers, linked, replicas, lasting, all);
    }

    /** Begins with a copy of what another stack kept in its data folder; only for one broker. */
    public Options withData(Path folder) {
        return with(TestOptions.DATA, folder.toString());
    }

    /** Processes get faster over the minutes, as those that are there to stay do, and start more slowly. */
    public Options lastingLong() {
        return new Options(gateways, environment, brokers, linked, replicas, true, provision);
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
        words.putAll(provision);
        return words;
    }
}
