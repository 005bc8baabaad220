package dev.confab.room.membership;

import dev.confab.protocol.Decision;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Decisions;
import dev.confab.room.registry.Member;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The end of a membership, within the decision that brings it about. A moderator is none any more after it. */
@ApplicationScoped
public class EndMembership {
    private final Decisions decisions;
    private final RegistryStore registry;

    EndMembership(Decisions decisions, RegistryStore registry) {
        this.decisions = decisions;
        this.registry = registry;
    }

    /** Does nothing for somebody who is neither a member nor a moderator. */
    public Uni<Void> of(Standing who, Username by) {
        return dismiss(who, by)
                .chain(() -> who.member()
                        .map(member -> end(who, member))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> end(Standing who, Member member) {
        Room room = who.room();
        MessageId left = MessageId.next();
        return registry.removeMember(room, member)
                .chain(() -> registry.depart(who, Instant.now(), left))
                .chain(() -> decisions.tell(new Decision.Left(room.name(), left, who.user())));
    }

    private Uni<Void> dismiss(Standing who, Username by) {
        if (!who.moderator()) {
            return Uni.createFrom().voidItem();
        }
        MessageId dismissed = MessageId.next();
        return registry.dismiss(who.room(), who.user(), Instant.now(), dismissed)
                .chain(() -> decisions.tell(
                        new Decision.RoleChanged(who.room().name(), dismissed, who.user(), Role.MEMBER, by)));
    }
}
