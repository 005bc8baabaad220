package dev.confab.auth.account;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.outbox.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * A Kafka that was made anew knows of no account, and nobody can write to somebody whom it does not know. So each log is
 * told of all accounts once. To be told twice changes nothing.
 */
@ApplicationScoped
class RetellAccounts {
    private static final Logger LOG = Logger.getLogger(RetellAccounts.class);
    private static final int PAGE = 25;

    private final Database database;
    private final AccountStore accounts;
    private final ToldLogStore told;
    private final CreateTopics topics;

    RetellAccounts(Database database, AccountStore accounts, ToldLogStore told, CreateTopics topics) {
        this.database = database;
        this.accounts = accounts;
        this.told = told;
        this.topics = topics;
    }

    void onStart(@Observes StartupEvent started) {
        CompletableFuture<Void> _ = topics.epoch()
                .thenAcceptAsync(epoch -> database.untilDone(() -> retell(epoch)), Thread::startVirtualThread);
    }

    /** Done when the log knows every account that there was; several replicas may do it at once. */
    Uni<Void> retell(String epoch) {
        return database.read(() -> told.contains(epoch))
                .chain(done -> done
                        ? Uni.createFrom().voidItem()
                        : retellAll(epoch).chain(() -> database.transaction(() -> told.add(epoch))));
    }

    private Uni<Void> retellAll(String epoch) {
        LOG.infof("telling the log %s of all accounts", epoch);
        return Multi.createBy()
                .repeating()
                .uni(Place::new, this::retellNext)
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .ignoreAsUni();
    }

    /** Up to which key they are told. */
    private static final class Place {
        private String key = "";

        void after(List<AccountRow> page) {
            if (!page.isEmpty()) {
                key = page.getLast().username().key();
            }
        }
    }

    private Uni<List<AccountRow>> retellNext(Place place) {
        return database.transaction(() -> accounts.lockNext(place.key, PAGE).call(accounts::publish))
                .invoke(place::after);
    }
}
