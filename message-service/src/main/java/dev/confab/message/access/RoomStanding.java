package dev.confab.message.access;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
import java.util.Optional;

/**
 * How somebody stands to a room, as far as it is projected.
 *
 * @param facts of the room; absent where the log never told them
 * @param departed where they were last kicked or banned, or left
 */
record RoomStanding(int stream, Optional<Facts> facts, boolean member, boolean banned, Optional<LogPosition> departed) {

    /**
     * What the log tells of a room.
     *
     * @param name as it was first written
     * @param gone deleted and not created again
     * @param deleted where a room of this name was last deleted
     */
    record Facts(RoomName name, boolean hasPassword, boolean gone, Optional<LogPosition> deleted) {}

    /**
     * Why the user may not read or write in the room; empty if they may.
     *
     * @param standing absent where the room has no events at all
     * @param ticket genuine and of this user and room
     * @param epoch the present log, the one that the ticket's position is of
     */
    static Optional<ErrorCode> denial(
            RoomName room, Optional<RoomStanding> standing, Optional<Ticket> ticket, int epoch) {
        if (standing.filter(RoomStanding::banned).isPresent()) {
            return Optional.of(ErrorCode.BANNED);
        }
        Optional<Facts> facts = standing.flatMap(RoomStanding::facts);
        if (room.isMain()
                || facts.filter(known -> !known.gone() && !known.hasPassword()).isPresent()) {
            return Optional.empty();
        }
        if (facts.filter(Facts::gone).isPresent()) {
            return Optional.of(ErrorCode.NOT_FOUND);
        }
        boolean proven = ticket.filter(shown ->
                        standing.filter(known -> known.ends(shown, epoch)).isEmpty())
                .isPresent();
        if (proven || standing.filter(RoomStanding::member).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(facts.isPresent() ? ErrorCode.FORBIDDEN : ErrorCode.NOT_FOUND);
    }

    /** Whether the user left, was kicked or banned, or the room was deleted, since the ticket was issued. */
    boolean ends(Ticket ticket, int epoch) {
        LogPosition issued = new LogPosition(epoch, ticket.position());
        return departed.filter(position -> position.isAfter(issued)).isPresent()
                || facts.flatMap(Facts::deleted)
                        .filter(position -> position.isAfter(issued))
                        .isPresent();
    }
}
