package dev.confab.room.membership;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.RoomsConfig;
import dev.confab.room.password.Passwords;
import dev.confab.room.password.RoomPassword;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.RetellRooms;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets somebody into a room: makes them a member if they are not one, and issues a ticket.
 *
 * <p><b>What a ticket's position promises.</b> Readers of the log hold that a kick, a ban, a departure or a deletion at
 * position <i>f</i> ends a ticket of position <i>p</i> if and only if <i>f &gt; p</i>. So the position must part what was
 * decided before the ticket from what is decided after it, although decisions get their positions only later, when the
 * relay has appended them:
 *
 * <ul>
 *   <li><i>Decided before must come out as f ≤ p.</i> {@link Standing} is read in one statement and so is of one moment.
 *       It shows every earlier decision about this user, and whether one has no position yet. If so, the join waits for
 *       the relay and looks again ({@link Door.Wait}); in the end it fails with {@code unavailable}, it never guesses.
 *       If not, the relay has recorded their positions, in the same transaction with the room's last position, which is
 *       never below them; and that one becomes <i>p</i>. Appending an event twice changes nothing: the position recorded
 *       is that of the last time, and nobody got a ticket before it was.
 *   <li><i>Decided after must come out as f &gt; p.</i> The position <i>p</i> is that of an event which is in the log
 *       already. What is decided later is appended later, to the same partition.
 * </ul>
 *
 * Only decisions about this user are waited for: that others come, go and get banned in a busy room delays nobody. A
 * member's join reads one row and takes no lock; a newcomer's membership is decided as every decision is, holding the room.
 */
@ApplicationScoped
public class JoinRoom {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);

    private final Database database;
    private final RegistryStore registry;
    private final RetellRooms retellRooms;
    private final Passwords passwords;
    private final BecomeMember becomeMember;
    private final IssueTicket issueTicket;
    private final RoomsConfig config;

    JoinRoom(
            Database database,
            RegistryStore registry,
            RetellRooms retellRooms,
            Passwords passwords,
            BecomeMember becomeMember,
            IssueTicket issueTicket,
            RoomsConfig config) {
        this.database = database;
        this.registry = registry;
        this.retellRooms = retellRooms;
        this.passwords = passwords;
        this.becomeMember = becomeMember;
        this.issueTicket = issueTicket;
        this.config = config;
    }

    Uni<Admission> join(RoomName room, Username user, Optional<RoomPassword> password) {
        return knock(new Visit(room, user, password, true, deadline()));
    }

    /** A ticket for a member; fails with {@code not_joined} for others, who become none by it. */
    Uni<Admission> comeBack(RoomName room, Username user) {
        return knock(new Visit(room, user, Optional.empty(), false, deadline()));
    }

    private Instant deadline() {
        return Instant.now().plus(config.relayPatience());
    }

    /** @param mayEnter whether they may become a member */
    private record Visit(
            RoomName room, Username user, Optional<RoomPassword> password, boolean mayEnter, Instant deadline) {
        boolean mayWait() {
            return Instant.now().isBefore(deadline);
        }
    }

    private Uni<Admission> knock(Visit visit) {
        return database.read(() -> registry.standing(visit.room(), visit.user()))
                .chain(standing -> retellRooms.isWaiting(standing.room())
                        ? retellRooms.retellNow(standing.room()).chain(() -> lookAgain(visit))
                        : answer(visit, Door.of(standing, config.capacity(), Instant.now())));
    }

    private Uni<Admission> answer(Visit visit, Door door) {
        return switch (door) {
            case Door.Shut(ConfabException reason) -> Uni.createFrom().failure(reason);
            case Door.Wait w when visit.mayWait() -> lookAgain(visit);
            case Door.Wait w -> Uni.createFrom().failure(ConfabException.unavailable("The room's log"));
            case Door.OpenSoon o when visit.mayWait() -> lookAgain(visit);
            case Door.OpenSoon(Standing standing) -> Uni.createFrom().item(issueTicket.to(visit.user(), standing));
            case Door.Open(Standing standing) -> Uni.createFrom().item(issueTicket.to(visit.user(), standing));
            case Door.Enter e when !visit.mayEnter() -> Uni.createFrom().failure(notJoined());
            case Door.Enter(Standing standing) -> enter(visit, standing);
        };
    }

    private static ConfabException notJoined() {
        return new ConfabException(ErrorCode.NOT_JOINED, "Join the room first.", "room");
    }

    private Uni<Admission> lookAgain(Visit visit) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(() -> knock(visit));
    }

    private Uni<Admission> enter(Visit visit, Standing outside) {
        Optional<String> hash = outside.room().passwordHash();
        // not as it was asked for: however the name is written, guesses at the room are counted together
        RoomName room = outside.room().name();
        return hash.map(known -> passwords.check(room, visit.user(), visit.password(), known))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> becomeMember.of(room, visit.user(), hash))
                .chain(() -> knock(visit));
    }
}
