package dev.confab.stack.kafka;

import dev.confab.stack.StackException;
import dev.confab.stack.kafka.Provision.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Puts accounts, their rights and topics into a Kafka that is ready, as its owner; does no harm the second time. */
public final class Provisioning {
    private static final int ITERATIONS = 4096;

    private final Provision provision;
    private final List<Login> accounts;

    /** @param accounts with their passwords, one for each that is provided for */
    public Provisioning(Provision provision, List<Login> accounts) {
        this.provision = provision;
        this.accounts = List.copyOf(accounts);
    }

    public void run(String servers, Login owner) {
        Map<String, Object> settings = new HashMap<>(owner.plain());
        settings.put("bootstrap.servers", servers);
        try (var admin = Admin.create(settings)) {
            admin.alterUserScramCredentials(
                            accounts.stream().map(Provisioning::credential).toList())
                    .all()
                    .get();
            admin.createAcls(provision.accounts().entrySet().stream()
                            .flatMap(account -> account.getValue().stream().map(right -> rule(account.getKey(), right)))
                            .toList())
                    .all()
                    .get();
            create(admin);
        } catch (ExecutionException e) {
            throw new StackException("Kafka's accounts and topics can't be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while Kafka's accounts were made", e);
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        var created = admin.createTopics(provision.topics().stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        for (var topic : created.values().values()) {
            try {
                topic.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static org.apache.kafka.clients.admin.UserScramCredentialAlteration credential(Login account) {
        return new UserScramCredentialUpsertion(
                account.username(),
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                account.password());
    }

    private static AclBinding rule(String account, Right right) {
        return new AclBinding(
                new ResourcePattern(resource(right), right.name(), pattern(right)),
                new AccessControlEntry(
                        "User:" + account,
                        "*",
                        AclOperation.fromString(words(right.operation())),
                        AclPermissionType.ALLOW));
    }

    private static ResourceType resource(Right right) {
        return ResourceType.fromString(words(right.resource()));
    }

    private static PatternType pattern(Right right) {
        return right.pattern().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
    }

    /** {@code DescribeConfigs} as Kafka's own parsers want it. */
    private static String words(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
