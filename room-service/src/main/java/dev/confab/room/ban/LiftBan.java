package dev.confab.room.ban;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Ban;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Lifts a ban. One whose time is over has lifted itself. */
@ApplicationScoped
class LiftBan {
    private final Decisions decisions;
    private final RegistryStore registry;

    LiftBan(Decisions decisions, RegistryStore registry) {
        this.decisions = decisions;
        this.registry = registry;
    }

    Uni<Void> lift(RoomName name, Username by, Username user) {
        return decisions.about(
                name,
                room -> registry.standing(name, by)
                        .invoke(Standing::requireModerator)
                        .chain(() -> registry.standing(name, user))
                        .chain(target -> lift(target, by)));
    }

    private Uni<Void> lift(Standing target, Username by) {
        Ban ban = target.standingBan(Instant.now())
                .orElseThrow(() -> new ConfabException(ErrorCode.NOT_FOUND, target.user() + " is not banned."));
        return lift(target, ban, by);
    }

    /** Within a decision. */
    Uni<Void> ifStanding(Standing target, Username by) {
        return target.standingBan(Instant.now())
                .map(ban -> lift(target, ban, by))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> lift(Standing target, Ban ban, Username by) {
        MessageId unbanned = MessageId.next();
        ban.lift(Instant.now(), unbanned);
        return decisions.tell(new Decision.Unbanned(target.room().name(), unbanned, ban.user(), by));
    }
}
