package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Fences;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The stream of a room: has fences, and its people are told who is there. */
public final class Room extends Stream {
    private final RoomName name;
    private Fences fences;
    /** Deleted and not created again: whatever is written there is void. */
    private boolean gone;

    private boolean retired;
    private volatile Optional<RoomState> state = Optional.empty();

    /** @param floor the last position that is not going to be read; tickets from before it may be of an earlier room */
    Room(RoomName name, Position floor, RoomConfig config, MemoryBudget budget, LocalPresence presence) {
        super(StreamKey.of(name), floor, config, budget, new Attendance() {
            @Override
            public void onCame(Username user) {
                presence.onCame(name, user);
            }

            @Override
            public void onWent(Username user) {
                presence.onWent(name, user);
            }
        });
        this.name = name;
        this.fences = Fences.of(List.of(), Map.of(), List.of(), floor, Position.NONE);
    }

    /** As room-service last told it; absent for a room that does not exist (any more). */
    public Optional<RoomState> state() {
        return state;
    }

    public RoomName name() {
        return state.map(RoomState::room).orElse(name);
    }

    void onState(Optional<RoomState> newState) {
        state = newState;
    }

    /** The fences as of the state, for when the log is read from later than them. */
    synchronized void startFrom(RoomState initial) {
        fences = initial.fences();
    }

    /** A kick, a ban, a leave or the room's deletion may have been read since they were admitted. */
    @Override
    boolean admits(Arrival arrival) {
        return !retired && !fences.endsTicketOf(arrival.user(), arrival.admittedAt());
    }

    /** Whether the room was deleted, as both the log and room-service have told. */
    synchronized boolean isGone() {
        return gone && state.isEmpty();
    }

    /**
     * Lets nobody in any more, if the room is gone and nobody is left in it.
     *
     * @return whether it may be forgotten
     */
    synchronized boolean retire() {
        retired = isGone() && isUnused();
        return retired;
    }

    /** Whether the ticket still opens the room: no kick and no ban since it was issued. */
    public synchronized boolean admits(Ticket ticket, Instant now) {
        return state.isPresent()
                && !fences.endsTicketOf(ticket.user(), ticket.position())
                && !fences.isBanned(ticket.user(), new Position(Long.MAX_VALUE), now);
    }

    @Override
    public synchronized boolean goesBackTo(Position position) {
        return !fences.ticketsSince().isAfter(position);
    }

    /** @throws ConfabException {@code not_joined} if they were put out since then */
    @Override
    public synchronized Optional<Position> authorize(Username user, Position since, Position read) {
        if (fences.endsTicketOf(user, since)) {
            throw new ConfabException(ErrorCode.NOT_JOINED, "Join the room '" + name() + "' first.", "room");
        }
        return Optional.of(later(applied(), read));
    }

    @Override
    public synchronized boolean isModerator(Username user) {
        return fences.isModerator(user, new Position(Long.MAX_VALUE));
    }

    @Override
    boolean breaksRules(LoggedEvent logged) {
        return gone || fences.isVoid(logged);
    }

    @Override
    void onDecision(Decision decision, Position position, Frame frame, Fanout out) {
        gone &= !isChange(decision, Change.CREATED);
        if (gone) {
            return;
        }
        fences.onEvent(decision, position);
        switch (decision) {
            case Decision.RoleChanged _ -> publish(position, frame);
            case Decision.RoomChanged changed -> {
                publish(position, frame);
                if (isChange(changed, Change.DELETED)) {
                    gone = true;
                    drain(out);
                    forget(position);
                    members.evictAll(frame, out);
                }
            }
            case Decision.Kicked(var _, var _, var user, var by, var reason) ->
                evict(user, out, new ServerFrame.Kicked(name(), by, reason, position, RoomName.MAIN));
            case Decision.Banned(var _, var _, var user, var by, var reason, var until) ->
                evict(user, out, new ServerFrame.Banned(name(), by, reason, until, position, RoomName.MAIN));
            case Decision.Left left -> evict(left.user(), out, new ServerFrame.LeftRoom(name(), position));
            case Decision.Joined _ -> {}
            case Decision.Unbanned _ -> {}
        }
    }

    private static boolean isChange(Decision decision, Change change) {
        return decision instanceof Decision.RoomChanged changed && changed.change() == change;
    }

    private void evict(Username user, Fanout out, ServerFrame.Reply farewell) {
        drain(out);
        members.evict(user, Frame.of(farewell), out);
    }

    /** Tells everybody here something of the moment, which a slow reader may miss. */
    public synchronized void broadcast(ServerFrame.Ephemeral news, Fanout out) {
        members.tell(Frame.of(news), out);
    }

    /** Tells everybody here who came and went; those who missed such news before are told the whole once more. */
    public synchronized void broadcastPeople(
            ServerFrame.Ephemeral news, Supplier<List<ServerFrame.Ephemeral>> snapshot, Fanout out) {
        members.tellPeople(
                Frame.of(news), () -> snapshot.get().stream().map(Frame::of).toList(), out);
    }
}
