package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import java.util.List;

/**
 * Neighbouring events of one partition that are projected at once, all or none of them. The deletion of a room is a run of its own.
 *
 * @param from position at which the projection has to stand for the run to count
 * @param to position at which it stands afterwards; records in between that are not events are stepped over
 */
record Run(int epoch, int partition, long from, long to, List<LoggedEvent> events) {

    /** Ends what can be projected: the event there is of a newer version. */
    static Run wall(int epoch, int partition, long at) {
        return new Run(epoch, partition, at, at, List.of());
    }

    boolean isWall() {
        return from == to;
    }

    boolean isDeletion() {
        return events.size() == 1 && isDeletion(events.getFirst());
    }

    static boolean isDeletion(LoggedEvent logged) {
        return logged.event() instanceof Decision.RoomChanged changed
                && changed.change() == Decision.RoomChanged.Change.DELETED;
    }

    LogPosition at(Position position) {
        return new LogPosition(epoch, position);
    }

    /** The same in two runs, to be projected one after the other; for runs of two events or more. */
    List<Run> halves() {
        int middle = events.size() / 2;
        long border = events.get(middle).position().value();
        return List.of(
                new Run(epoch, partition, from, border, events.subList(0, middle)),
                new Run(epoch, partition, border, to, events.subList(middle, events.size())));
    }

    /** Without its events, which so are stepped over. */
    Run withoutEvents() {
        return new Run(epoch, partition, from, to, List.of());
    }
}
