package dev.confab.message.access;

import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.protocol.Account;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Everybody who can be written to, as auth-service tells. */
@ApplicationScoped
public class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    /** An account that was made a moment ago may still be on its way here. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final TopicReader reader;

    Accounts(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        reader = new TopicReader(kafka, Topic.ACCOUNTS, new StartAt.Beginning(), this::onRecords);
    }

    /** The account under its name as it was registered. Fails as not found if there is none or it is disabled. */
    public Uni<Account> require(Username user) {
        return Uni.createFrom()
                .item(() -> find(user).orElseThrow(() -> unknown(user)))
                .onFailure()
                .retry()
                .withBackOff(BETWEEN_LOOKS, BETWEEN_LOOKS)
                .atMost(LOOKS)
                .onFailure(failure -> !isCaughtUp())
                .transform(failure -> ConfabException.unavailable("The list of accounts"));
    }

    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    private Optional<Account> find(Username user) {
        return Optional.ofNullable(accounts.get(user.key())).filter(account -> !account.disabled());
    }

    private static ConfabException unknown(Username user) {
        return new ConfabException(ErrorCode.NOT_FOUND, "There is nobody called " + user + ".");
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecords(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            if (record.value() == null) {
                accounts.remove(new String(record.key(), StandardCharsets.UTF_8));
            } else {
                onAccount(record);
            }
        }
    }

    private void onAccount(ConsumerRecord<byte[], byte[]> record) {
        try {
            Account account = Json.read(record.value(), Account.class);
            accounts.put(account.user().key(), account);
        } catch (ConfabException unreadable) {
            LOG.errorf("stepping over what is no account: position=%d: %s", record.offset(), unreadable.detail());
        }
    }
}
