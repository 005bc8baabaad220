package dev.confab.stack.run;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.kafka.Provision;
import dev.confab.stack.service.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to run.
 *
 * @param checkout where the modules are built
 * @param services whose processes are started, gateways among them if there are any in {@code front}
 * @param shortLived whether it ends after some minutes
 * @param environment added to processes, by process name or by module name for all processes of that module
 */
public record StackPlan(
        Path checkout,
        Backing backing,
        Front front,
        Shape shape,
        List<Service> services,
        boolean shortLived,
        Map<String, Map<String, String>> environment) {

    /**
     * The database and Kafka.
     *
     * @param database a server to use instead of the embedded one
     * @param kafka bootstrap servers to use instead of the embedded one
     * @param schemas to create
     * @param open whether the embedded Kafka lets everybody in, as the tests of single services want it
     */
    public record Backing(Optional<DatabaseUrl> database, Optional<String> kafka, List<String> schemas, boolean open) {}

    /**
     * The gateways.
     *
     * @param firstPort port of the first one, the others follow; any free ones if 0
     * @param host address that they listen on
     */
    public record Front(int gateways, int firstPort, String host) {}

    /**
     * How the rest differs from one process of each kind.
     *
     * @param replicas of services, where there are several: they share one address, behind a balancer
     * @param brokers of the embedded Kafka; with several, topics are replicated
     * @param linked names of the processes whose connections to the others can be cut
     * @param provision of the embedded Kafka; where it has accounts, services come to it and to the database by TLS,
     *     each to Kafka as the account of its name
     */
    public record Shape(Map<Service, Integer> replicas, int brokers, Set<String> linked, Provision provision) {
        public static final Shape PLAIN = new Shape(Map.of(), 1, Set.of(), Provision.NONE);

        int replicasOf(Service service) {
            return replicas.getOrDefault(service, 1);
        }
    }
}
