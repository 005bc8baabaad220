package dev.confab.message.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.access.RoomStanding.Facts;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomStandingTest {
    private static final RoomName ROOM = new RoomName("room");
    private static final int EPOCH = 2;
    private static final Optional<Ticket> NO_TICKET = Optional.empty();
    private static final Optional<Ticket> TICKET = Optional.of(new Ticket(
            new Username("ada"), ROOM, Role.MEMBER, Optional.of(new Epoch("epoch")), new Position(10), Instant.MAX));

    private static final Facts OPEN = new Facts(ROOM, false, false, Optional.empty());
    private static final Facts LOCKED = new Facts(ROOM, true, false, Optional.empty());
    private static final Facts GONE = new Facts(ROOM, false, true, Optional.empty());

    private static Optional<RoomStanding> standing(Optional<Facts> facts, boolean member, boolean banned) {
        return Optional.of(new RoomStanding(1, facts, member, banned, Optional.empty()));
    }

    private static Optional<RoomStanding> departed(int epoch, long position) {
        return Optional.of(new RoomStanding(
                1, Optional.of(LOCKED), false, false, Optional.of(new LogPosition(epoch, new Position(position)))));
    }

    private static Optional<ErrorCode> denial(Optional<RoomStanding> standing, Optional<Ticket> ticket) {
        return RoomStanding.denial(ROOM, standing, ticket, EPOCH);
    }

    @Test
    void shouldLetEverybodyIntoAnOpenRoom() {
        assertThat(denial(standing(Optional.of(OPEN), false, false), NO_TICKET)).isEmpty();
    }

    @Test
    void shouldLetEverybodyIntoMainWhateverIsKnownOfIt() {
        assertThat(RoomStanding.denial(RoomName.MAIN, Optional.empty(), NO_TICKET, EPOCH))
                .isEmpty();
        assertThat(RoomStanding.denial(RoomName.MAIN, standing(Optional.empty(), false, true), NO_TICKET, EPOCH))
                .contains(ErrorCode.BANNED);
    }

    @Test
    void shouldNotFindARoomOfWhichNothingIsKnown() {
        assertThat(denial(Optional.empty(), NO_TICKET)).contains(ErrorCode.NOT_FOUND);
        assertThat(denial(standing(Optional.empty(), false, false), NO_TICKET)).contains(ErrorCode.NOT_FOUND);
        assertThat(denial(standing(Optional.of(GONE), true, false), NO_TICKET)).contains(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldTakeTheWordOfATicketForARoomOfWhichNothingIsKnown() {
        assertThat(denial(Optional.empty(), TICKET)).isEmpty();
    }

    @Test
    void shouldLetMembersAndBearersOfTicketsIntoALockedRoom() {
        assertThat(denial(standing(Optional.of(LOCKED), true, false), NO_TICKET))
                .isEmpty();
        assertThat(denial(standing(Optional.of(LOCKED), false, false), TICKET)).isEmpty();
        assertThat(denial(standing(Optional.of(LOCKED), false, false), NO_TICKET))
                .contains(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldTurnTheBannedAwayWhateverTheyShow() {
        assertThat(denial(standing(Optional.of(OPEN), true, true), TICKET)).contains(ErrorCode.BANNED);
    }

    @Test
    void shouldEndTicketsFromBeforeADeparture() {
        assertThat(denial(departed(EPOCH, 11), TICKET)).contains(ErrorCode.FORBIDDEN);
        assertThat(denial(departed(EPOCH, 10), TICKET)).isEmpty();
        assertThat(denial(departed(EPOCH - 1, 99), TICKET)).isEmpty();
    }

    @Test
    void shouldEndTicketsFromBeforeADeletion() {
        // given
        Facts next = new Facts(ROOM, true, false, Optional.of(new LogPosition(EPOCH, new Position(11))));
        // then
        assertThat(denial(standing(Optional.of(next), false, false), TICKET)).contains(ErrorCode.FORBIDDEN);
    }
}
