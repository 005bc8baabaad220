package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.room.Membership.Live;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Fences;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomEvent.RoomChanged.Change;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One room on this gateway: where the log, which one thread reads, meets the clients, who come on their event loops.
 *
 * <p><b>Nothing lost, nothing doubled.</b> Both sides take the room's lock for a moment. {@link #enter} notes how far the
 * log has been applied (the cut) and, before it lets go of the lock, queues the client's entry on its event loop. An
 * event that is applied later is queued on that loop later, so the client gets it live; one that was applied before is at
 * or below the cut, so the client has it from the ring or from history, and its {@link Membership} skips it should it
 * come by in a batch that was applied but not yet delivered.
 *
 * <p>A client whose gap is older than the ring is behind: it gets nothing live while it is brought what it missed, page by
 * page, and then tries again from there ({@link #goOn}) until the ring reaches back so far. So nothing has to wait for it.
 */
public final class Room {
    private final RoomName name;
    private final Ring ring;
    private final MemoryBudget budget;
    private final RecentIds ids = new RecentIds();
    private final Members members;
    private final List<Live> batch = new ArrayList<>();
    private Fences fences;
    private Position applied;
    /** Deleted and not created again: whatever is written there is void. */
    private boolean gone;

    private boolean retired;
    private volatile Optional<RoomState> state = Optional.empty();

    /** @param floor the last position that is not going to be read; tickets from before it may be of an earlier room */
    Room(RoomName name, Position floor, RoomConfig config, MemoryBudget budget, LocalPresence presence) {
        this.name = name;
        this.applied = floor;
        this.fences = Fences.of(List.of(), Map.of(), floor);
        this.ring = new Ring(config.events(), config.bytes(), floor);
        this.budget = budget;
        this.members = new Members(name, presence);
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

    /** Lets a client in: see the class comment. {@code onLoop} runs on the receiver's event loop, first of all. */
    public synchronized Membership enter(
            Receiver receiver, Username user, Optional<Position> since, Position read, Consumer<Entry> onLoop) {
        if (retired) {
            throw ConfabException.unavailable("The room"); // another one of its name is there at the next attempt
        }
        Membership membership = new Membership(this, receiver, user, later(applied, read));
        members.add(membership);
        goOn(membership, since, read, onLoop);
        return membership;
    }

    /**
     * Takes a new cut for a client that is in and has got everything up to {@code since} meanwhile; without it, for one
     * that starts again from history.
     */
    public synchronized void goOn(
            Membership membership, Optional<Position> since, Position read, Consumer<Entry> onLoop) {
        Position cut = later(applied, read);
        Optional<List<Frame>> missed = since.map(ring::after).orElseGet(() -> Optional.of(List.of()));
        Entry entry = new Entry(membership, since.map(seen -> later(seen, cut)).orElse(cut), missed);
        membership.receiver().loop().execute(() -> onLoop.accept(entry));
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
        retired = isGone() && batch.isEmpty() && members.isEmpty();
        return retired;
    }

    /** Lets a client go; does nothing if it has gone already. */
    public synchronized void leave(Membership membership) {
        members.remove(membership);
    }

    /** Whether the ticket still opens the room: no kick and no ban since it was issued. */
    public synchronized boolean admits(Ticket ticket, Instant now) {
        return state.isPresent()
                && !fences.endsTicketOf(ticket.user(), ticket.position())
                && !fences.isBanned(ticket.user(), new Position(Long.MAX_VALUE), now);
    }

    /** Whether what came after the position is of this room, and not of a deleted one of the same name. */
    public synchronized boolean goesBackTo(Position position) {
        return !fences.ticketsSince().isAfter(position);
    }

    /** Whether an older event is void, as far as this gateway has read: by the fence rule, or said before. */
    public synchronized boolean isVoid(RoomEvent event, Position position, Instant at, Position judgedAt) {
        return fences.isVoid(event, position, at, judgedAt)
                || (event instanceof RoomEvent.Message message
                        && ids.isRepeated(message.from(), message.id(), position));
    }

    /**
     * Finds that the member may write, and says up to which position that is known.
     *
     * @param read as far as this gateway has read the room's partition
     * @throws ConfabException {@code not_joined} if they were put out since they entered
     */
    public synchronized Position judge(Membership membership, Position read) {
        if (fences.endsTicketOf(membership.user(), membership.enteredAt())) {
            throw new ConfabException(ErrorCode.NOT_JOINED, "Join the room '" + name() + "' first.", "room");
        }
        return later(applied, read);
    }

    /** Where the user's message with this id stands; sends it, if that was not done lately. */
    public synchronized Uni<Sent> sendOnce(Username from, MessageId id, Supplier<Uni<Sent>> send) {
        return ids.once(from, id, send);
    }

    /** Applies one event of the log. What it means for clients is added to the fan-out, at the latest by {@link #drain}. */
    synchronized Verdict onEvent(
            RoomEvent.InRoom event, Position position, Instant at, Position judgedAt, Frame frame, Fanout out) {
        if (!position.isAfter(applied)) {
            return Verdict.REPEATED;
        }
        applied = position;
        gone &= !isChange(event, Change.CREATED);
        if (gone || fences.isVoid(event, position, at, judgedAt)) {
            if (event instanceof RoomEvent.Message message) {
                ids.onVoid(message.from(), message.id());
            }
            return Verdict.VOID;
        }
        fences.onEvent(event, position);
        switch (event) {
            case RoomEvent.Told told -> {
                if (told instanceof RoomEvent.Message message && !ids.add(message.from(), message.id(), position, at)) {
                    return Verdict.REPEATED;
                }
                publish(position, frame);
                if (isChange(event, Change.DELETED)) {
                    onDeleted(position, frame, out);
                }
            }
            case RoomEvent.Kicked kicked ->
                putOut(
                        kicked.user(),
                        out,
                        new ServerFrame.Kicked(name(), kicked.by(), kicked.reason(), position, RoomName.MAIN));
            case RoomEvent.Banned banned ->
                putOut(
                        banned.user(),
                        out,
                        new ServerFrame.Banned(
                                name(), banned.by(), banned.reason(), banned.until(), position, RoomName.MAIN));
            case RoomEvent.Left left -> putOut(left.user(), out, new ServerFrame.LeftRoom(name(), position));
            case RoomEvent.Joined j -> {}
            case RoomEvent.Unbanned u -> {}
        }
        return Verdict.APPLIED;
    }

    private void onDeleted(Position position, Frame frame, Fanout out) {
        drain(out);
        gone = true;
        ids.clear();
        budget.add(ring.clear(position));
        members.putOutAll(frame, out);
    }

    private static boolean isChange(RoomEvent event, Change change) {
        return event instanceof RoomEvent.RoomChanged changed && changed.change() == change;
    }

    private void publish(Position position, Frame frame) {
        batch.add(new Live(position, frame));
        if (members.isEmpty() && budget.isSpent()) {
            budget.add(ring.clear(position));
        } else {
            budget.add(ring.add(position, frame));
        }
    }

    private void putOut(Username user, Fanout out, ServerFrame farewell) {
        drain(out);
        members.putOut(user, Frame.of(farewell), out);
    }

    /** Adds the batch's events so far to the fan-out. */
    synchronized void drain(Fanout out) {
        if (!batch.isEmpty()) {
            members.deliver(List.copyOf(batch), out);
            batch.clear();
        }
    }

    /** Tells everybody here something of the moment, which a slow reader may miss. */
    public synchronized void broadcast(ServerFrame ephemeral, Fanout out) {
        members.tell(Frame.of(ephemeral), out);
    }

    /** Tells everybody here who came and went; those who missed such news before are told afresh. */
    public synchronized void broadcastPeople(ServerFrame news, Supplier<List<ServerFrame>> afresh, Fanout out) {
        members.tellPeople(
                Frame.of(news), () -> afresh.get().stream().map(Frame::of).toList(), out);
    }

    private static Position later(Position one, Position other) {
        return one.isAfter(other) ? one : other;
    }

    /** What became of an event. */
    enum Verdict {
        APPLIED,
        /** Dropped by the fence rule. */
        VOID,
        /** Seen before: the same record, or the same id by the same author. */
        REPEATED
    }
}
