package dev.confab.gateway.account;

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
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every account that can be written to. */
@ApplicationScoped
public class Accounts {
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LAST_LOOK_AGAIN = Duration.ofMillis(150);
    private static final int LOOKS_AGAIN = 5;

    private final Map<Username, Username> active = new ConcurrentHashMap<>();
    private final TopicReader reader;

    Accounts(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.reader = new TopicReader(
                kafka, Topic.ACCOUNTS, new StartAt.Beginning(), TopicReader.Handler.ofEach(this::onRecord));
    }

    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    /**
     * The name as it was registered. Somebody who registered a moment ago may not be known here yet, so a stranger is
     * waited for, briefly.
     *
     * @return fails with {@code not_found} if there is no such account, or it is disabled
     */
    public Uni<Username> find(Username name) {
        return Uni.createFrom()
                .item(() -> active.get(name))
                .onItem()
                .ifNull()
                .failWith(
                        () -> new ConfabException(ErrorCode.NOT_FOUND, "There is nobody called '" + name + "'.", "to"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_LOOK_AGAIN, LAST_LOOK_AGAIN)
                .atMost(LOOKS_AGAIN)
                .onFailure(IllegalStateException.class)
                .transform(Throwable::getCause);
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            active.remove(new Username(new String(record.key(), StandardCharsets.UTF_8)));
            return;
        }
        Account account = Json.read(record.value(), Account.class);
        if (account.disabled()) {
            active.remove(account.user());
        } else {
            active.put(account.user(), account.user());
        }
    }
}
