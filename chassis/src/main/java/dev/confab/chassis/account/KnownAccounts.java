package dev.confab.chassis.account;

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
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows {@link Topic#ACCOUNTS}. A service that asks who has an account has a bean of this kind. */
public abstract class KnownAccounts {
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration LAST_LOOK_AGAIN = Duration.ofMillis(150);
    private static final int LOOKS_AGAIN = 5;

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final TopicReader reader;

    protected KnownAccounts(Map<String, Object> kafka) {
        reader = new TopicReader(
                kafka, Topic.ACCOUNTS, new StartAt.Beginning(), TopicReader.Handler.ofEach(this::onRecord));
    }

    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    /** The account of that name, disabled or not, if it is known here by now. */
    public Optional<Account> known(Username name) {
        return Optional.ofNullable(accounts.get(name.key()));
    }

    /**
     * The account of that name, disabled or not. Somebody who registered a moment ago may not be known here yet, so a
     * stranger is waited for, briefly. Fails as unavailable while it can't be said who has an account.
     */
    public Uni<Optional<Account>> find(Username name) {
        Optional<Account> known = known(name);
        return known.isPresent() ? Uni.createFrom().item(known) : lookAgain(name);
    }

    /** On a timer's thread, so the answer has to be brought back to the caller. */
    private Uni<Optional<Account>> lookAgain(Username name) {
        Context caller = Vertx.currentContext();
        Uni<Optional<Account>> found = Uni.createFrom()
                .item(() -> accounts.get(name.key()))
                .onItem()
                .ifNull()
                .failWith(() -> new Stranger(name))
                .onFailure(Stranger.class)
                .retry()
                .withBackOff(FIRST_LOOK_AGAIN, LAST_LOOK_AGAIN)
                .atMost(LOOKS_AGAIN)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(this::requireCurrent);
        return caller == null ? found : found.emitOn(MutinyHelper.executor(caller));
    }

    /** The account, for somebody to be written to. Fails with {@code not_found} if there is none or it is disabled. */
    public Uni<Account> require(Username name) {
        return find(name)
                .map(found -> found.filter(account -> !account.disabled()).orElseThrow(() -> stranger(name)));
    }

    /** What to say of a name that nobody has. */
    public static ConfabException stranger(Username name) {
        return new ConfabException(ErrorCode.NOT_FOUND, "There is nobody called '" + name + "'.");
    }

    private void requireCurrent(Optional<Account> found) {
        if (found.isEmpty() && !isCaughtUp()) {
            throw ConfabException.unavailable("The list of accounts");
        }
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            accounts.remove(new String(record.key(), StandardCharsets.UTF_8));
        } else {
            Account account = Json.read(record.value(), Account.class);
            accounts.put(account.user().key(), account);
        }
    }

    private static final class Stranger extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stranger(Username name) {
            super(name.value(), null, false, false);
        }
    }
}
