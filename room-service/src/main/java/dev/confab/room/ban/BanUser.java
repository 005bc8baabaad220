package dev.confab.room.ban;

import dev.confab.chassis.account.KnownAccounts;
import dev.confab.protocol.Account;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.account.Accounts;
import dev.confab.room.membership.EndMembership;
import dev.confab.room.registry.Ban;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Bans somebody, member or not, and ends their membership. A ban that stands is replaced: lifted first, so that the log
 * holds one interval after the other and a shorter ban really is shorter.
 */
@ApplicationScoped
class BanUser {
    private final Accounts accounts;
    private final Decisions decisions;
    private final RegistryStore registry;
    private final BanStore store;
    private final LiftBan liftBan;
    private final EndMembership endMembership;
    private final RoomsConfig config;

    BanUser(
            Accounts accounts,
            Decisions decisions,
            RegistryStore registry,
            BanStore store,
            LiftBan liftBan,
            EndMembership endMembership,
            RoomsConfig config) {
        this.accounts = accounts;
        this.decisions = decisions;
        this.registry = registry;
        this.store = store;
        this.liftBan = liftBan;
        this.endMembership = endMembership;
        this.config = config;
    }

    /** @param until when it ends by itself */
    Uni<Ban> ban(RoomName name, Username by, Username user, String reason, Optional<Instant> until) {
        return accounts.find(user)
                .chain(account ->
                        ban(name, by, account.map(Account::user).orElse(user), reason, until, account.isPresent()));
    }

    private Uni<Ban> ban(
            RoomName name, Username by, Username user, String reason, Optional<Instant> until, boolean hasAccount) {
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireModerator)
                        .chain(actor -> registry.standing(name, user).invoke(actor::requireMayModerate))
                        .invoke(target -> requireSomebody(target, hasAccount))
                        .call(target -> store.count(target.room()).invoke(this::requireFewer))
                        .call(target -> liftBan.ifStanding(target, by))
                        .chain(target -> ban(target, by, reason, until)));
    }

    private static void requireSomebody(Standing target, boolean hasAccount) {
        if (!hasAccount && !target.isKnown()) {
            throw KnownAccounts.stranger(target.user());
        }
    }

    private void requireFewer(long bans) {
        if (bans >= config.maxBans()) {
            throw new ConfabException(
                    ErrorCode.CONFLICT, "The room has as many bans as it may have, counting those that ended lately.");
        }
    }

    private Uni<Ban> ban(Standing target, Username by, String reason, Optional<Instant> until) {
        MessageId banned = MessageId.next();
        Ban ban = new Ban(
                target.room(), target.user(), by, reason, Instant.now().truncatedTo(ChronoUnit.MILLIS), until, banned);
        return registry.add(ban)
                .chain(() -> decisions.tell(
                        new Decision.Banned(target.room().name(), banned, target.user(), by, reason, until)))
                .chain(() -> endMembership.of(target, by))
                .replaceWith(ban);
    }
}
