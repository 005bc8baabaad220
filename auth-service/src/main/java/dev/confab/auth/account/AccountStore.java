package dev.confab.auth.account;

import dev.confab.outbox.Outbox;
import dev.confab.outbox.OutboxEvent;
import dev.confab.outbox.database.Database;
import dev.confab.outbox.database.DatabaseFailure;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Accounts in the database. Every method needs a running transaction, or session where it only reads. */
@ApplicationScoped
public class AccountStore {
    private final Outbox outbox;

    AccountStore(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Fails with {@link ErrorCode#USERNAME_TAKEN} if there is one of this name, whatever its case, or if somebody is shown by a
     * name that looks like it. That is looked at once the row is there: those who register at once would else lock the place
     * that the others' rows go to, and none of them could go on.
     */
    public Uni<Void> add(AccountRow account) {
        return Database.session()
                .chain(session -> session.persist(account).chain(session::flush))
                .onFailure(DatabaseFailure::isDuplicate)
                .transform(failure -> taken())
                .chain(() -> requireNobodyShownAs(account.username(), " for update"))
                .chain(() -> publish(account));
    }

    /** Has everybody learn of it as it is now. */
    public Uni<Void> publish(AccountRow account) {
        return outbox.add(OutboxEvent.of(account.published()));
    }

    /** As {@link #publish(AccountRow)}, of each. */
    Uni<Void> publish(List<AccountRow> all) {
        return outbox.add(
                all.stream().map(account -> OutboxEvent.of(account.published())).toList());
    }

    public Uni<Optional<AccountRow>> find(Username username) {
        return Database.session()
                .chain(session -> session.find(AccountRow.class, username.key()))
                .map(Optional::ofNullable);
    }

    /** Nobody else can change it until the transaction ends. */
    public Uni<Optional<AccountRow>> lock(Username username) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select * from account where username_key = :key for update", AccountRow.class)
                        .setParameter("key", username.key())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The first ones after the key, in its order; nobody else can change them until the transaction ends. */
    Uni<List<AccountRow>> lockNext(String key, int limit) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select * from account where username_key > :key order by username_key limit :limit for update",
                                AccountRow.class)
                        .setParameter("key", key)
                        .setParameter("limit", limit)
                        .getResultList());
    }

    /** Fails with {@link ErrorCode#NOT_FOUND}. */
    public Uni<AccountRow> require(Username username) {
        return find(username)
                .map(found -> found.orElseThrow(
                        () -> new ConfabException(ErrorCode.NOT_FOUND, "There is no user of this name.")));
    }

    /** As {@link #add} does, before anything costly is done for it. */
    public Uni<Void> requireFree(Username username) {
        return find(username)
                .invoke(found -> {
                    if (found.isPresent()) {
                        throw taken();
                    }
                })
                .chain(() -> requireNobodyShownAs(username, ""));
    }

    /** @param locking so that nobody is shown so before the transaction ends */
    private static Uni<Void> requireNobodyShownAs(Username username, String locking) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select username_key from account where likeness = :key" + locking, String.class)
                        .setParameter("key", username.key())
                        .getResultList())
                .invoke(others -> {
                    if (!others.isEmpty()) {
                        throw taken();
                    }
                })
                .replaceWithVoid();
    }

    /** Fills in the likeness of some accounts that have none yet; whether there were any. */
    Uni<Boolean> fillLikenesses(int limit) {
        return Database.session()
                .chain(session -> session.createNativeQuery(
                                "select * from account where likeness is null limit :limit for update",
                                AccountRow.class)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> {
                    rows.forEach(AccountRow::findLikeness);
                    return !rows.isEmpty();
                });
    }

    private static ConfabException taken() {
        return new ConfabException(ErrorCode.USERNAME_TAKEN, "This username is taken. Choose another.", "username");
    }
}
