package dev.confab.stack.run;

import dev.confab.stack.kafka.Guard;
import dev.confab.stack.kafka.Login;
import dev.confab.stack.service.Service;
import dev.confab.stack.tls.Identity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * As whom this stack's processes come to its own Kafka, and by what they know it and the database.
 *
 * @param owner who may do everything in Kafka: without accounts, all processes; empty if the Kafka is not the stack's own
 * @param accounts by the names of services
 * @param identity of Kafka and the stack's own database, if there are accounts
 * @param ownDatabase whether the database is the stack's own
 */
record Doors(Optional<Login> owner, Map<String, Login> accounts, Optional<Identity> identity, boolean ownDatabase) {
    private static final String OWNER = "confab";

    static Doors settle(StackPlan plan, Secrets secrets, DataFolder folder) {
        if (plan.backing().open() || plan.backing().kafka().isPresent()) {
            return new Doors(Optional.empty(), Map.of(), Optional.empty(), false);
        }
        var provision = plan.shape().provision();
        return new Doors(
                Optional.of(new Login(OWNER, secrets.get("kafka.password"))),
                provision.accounts().keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> new Login(name, secrets.get("kafka." + name + ".password")))),
                provision.isNone() ? Optional.empty() : Optional.of(Identity.in(folder.run())),
                plan.backing().database().isEmpty());
    }

    Guard guard() {
        return new Guard(owner, identity);
    }

    /** What a process of the service is told of it. */
    Map<String, String> environment(Service service) {
        var environment = new HashMap<String, String>();
        var account = accounts.get(service.module());
        if (account != null) {
            tell(environment, account);
        } else {
            owner.filter(_ -> accounts.isEmpty()).ifPresent(login -> {
                tell(environment, login);
                environment.put("CONFAB_KAFKA_MECHANISM", "PLAIN");
            });
        }
        identity.map(Identity::certificate).map(Object::toString).ifPresent(file -> {
            environment.put("CONFAB_KAFKA_CERTIFICATES", file);
            if (ownDatabase) {
                environment.put("CONFAB_DATABASE_CERTIFICATES", file);
            }
            environment.put("CONFAB_TOPICS_CREATE", "false");
        });
        return environment;
    }

    private static void tell(Map<String, String> environment, Login login) {
        environment.put("CONFAB_KAFKA_USERNAME", login.username());
        environment.put("CONFAB_KAFKA_PASSWORD", login.password());
    }
}
