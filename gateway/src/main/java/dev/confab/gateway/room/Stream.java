package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.room.Membership.Live;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Relation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One stream on this gateway: where the log, which one thread reads, meets the clients, who come on their event loops.
 *
 * <p><b>Nothing lost, nothing doubled.</b> Both sides take the stream's lock for a moment. {@link #enter} notes how far the
 * log has been applied (the cut) and, before it lets go of the lock, queues the client's entry on its event loop. An
 * event that is applied later is queued on that loop later, so the client gets it live; one that was applied before is at
 * or below the cut, so the client has it from the ring or from history, and its {@link Membership} skips it should it
 * come by in a batch that was applied but not yet delivered.
 *
 * <p>A client whose gap is older than the ring is behind: it gets nothing live while it is brought what it missed, page by
 * page, and then tries again from there ({@link #advance}) until the ring reaches back so far. So nothing has to wait for it.
 */
public abstract sealed class Stream permits Room, PrivateConversation {
    private final StreamKey key;
    private final Ring ring;
    private final MemoryBudget budget;
    private final RecentIds ids = new RecentIds();
    private final List<Live> batch = new ArrayList<>();
    private Position applied;

    /** Its clients. Guarded by this stream. */
    final Members members;

    Stream(StreamKey key, Position floor, RoomConfig config, MemoryBudget budget, Attendance attendance) {
        this.key = key;
        this.applied = floor;
        this.ring = new Ring(config.events(), config.bytes(), floor);
        this.budget = budget;
        this.members = new Members(attendance);
    }

    public StreamKey key() {
        return key;
    }

    /** Whether the log was known to its end as of this position. */
    final Position applied() {
        return applied;
    }

    /**
     * Lets a client in: see the class comment. {@code onLoop} runs on the receiver's event loop, first of all.
     *
     * @return absent if what they were admitted for has ended since, so that this is to be judged again
     */
    public synchronized Optional<Membership> enter(Arrival arrival, Position read, Consumer<Entry> onLoop) {
        if (!admits(arrival)) {
            return Optional.empty();
        }
        Membership membership = new Membership(this, arrival.receiver(), arrival.user(), later(applied, read));
        members.add(membership);
        advance(membership, arrival.since(), read, onLoop);
        return Optional.of(membership);
    }

    /** Whether nothing that was read of the stream has ended their admission. */
    abstract boolean admits(Arrival arrival);

    /**
     * Takes a new cut for a client that is in and has got everything up to {@code since} meanwhile; without it, for one
     * that starts again from history.
     */
    public synchronized void advance(
            Membership membership, Optional<Position> since, Position read, Consumer<Entry> onLoop) {
        Position cut = later(applied, read);
        Optional<List<Frame>> missed = since.map(ring::after).orElseGet(() -> Optional.of(List.of()));
        Entry entry = new Entry(membership, since.map(seen -> later(seen, cut)).orElse(cut), missed);
        membership.receiver().loop().execute(() -> onLoop.accept(entry));
    }

    /** Lets a client go; does nothing if it has gone already. */
    public synchronized void leave(Membership membership) {
        members.remove(membership);
    }

    /** Whether what came after the position is of this stream, and not of a deleted one of the same name. */
    public abstract boolean goesBackTo(Position position);

    /** Whether an older event is void, as far as this gateway has read: by the rules, or said before. */
    public synchronized boolean isVoid(LoggedEvent logged) {
        return breaksRules(logged)
                || (logged.event() instanceof Content content
                        && ids.isRepeated(content.from(), content.id(), logged.position()));
    }

    /**
     * Finds that somebody who is in may write, and says up to which position that is known.
     *
     * @param since they have been in since then
     * @param read as far as this gateway has read the stream's partition
     * @return absent where nobody is ever put out
     */
    public abstract Optional<Position> authorize(Username user, Position since, Position read);

    /** What is remembered of a message; absent if that is nothing. */
    public synchronized Optional<Known> find(MessageRef message) {
        return ring.find(message);
    }

    /** Whether the user is owner or moderator here, as far as the log was read. */
    public abstract boolean isModerator(Username user);

    /** Where the user's content with this id stands, if it was said lately or is being said. */
    public synchronized Optional<Uni<Sent>> sent(Username from, MessageId id) {
        return ids.find(from, id);
    }

    /** Where the user's content with this id stands; appends it, if that was not done lately. */
    public synchronized Uni<Sent> once(Username from, MessageId id, Supplier<Uni<Sent>> append) {
        return ids.once(from, id, append);
    }

    /** Applies one event of the log. What it means for clients is added to the fan-out, at the latest by {@link #drain}. */
    synchronized Verdict onEvent(LoggedEvent logged, Frame frame, Fanout out) {
        if (!logged.position().isAfter(applied)) {
            return Verdict.REPEATED;
        }
        applied = logged.position();
        return switch (logged.event()) {
            case Content content -> onContent(content, logged, frame);
            case Decision decision -> {
                onDecision(decision, logged.position(), frame, out);
                yield Verdict.APPLIED;
            }
        };
    }

    /** Whether every reader has to drop the event, whatever was said before. */
    abstract boolean breaksRules(LoggedEvent logged);

    abstract void onDecision(Decision decision, Position position, Frame frame, Fanout out);

    private Verdict onContent(Content content, LoggedEvent logged, Frame frame) {
        Position position = logged.position();
        if (breaksRules(logged) || (content instanceof Relation relation && ring.isDeleted(relation.about()))) {
            ids.onVoid(content.from(), content.id());
            return Verdict.VOID;
        }
        if (!ids.add(content.from(), content.id(), position, logged.at())) {
            return Verdict.REPEATED;
        }
        if (content instanceof Content.Deleted deleted) {
            budget.add(ring.blank(deleted.about()));
        }
        publish(Ring.Entry.of(position, frame, content));
        return Verdict.APPLIED;
    }

    /** Has everybody told of the event, and who comes later. */
    final void publish(Position position, Frame frame) {
        publish(new Ring.Entry(position, frame, Optional.empty()));
    }

    private void publish(Ring.Entry event) {
        batch.add(new Live(event.position(), event.frame()));
        if (members.isEmpty() && budget.isSpent()) {
            budget.add(ring.clear(event.position()));
        } else {
            budget.add(ring.add(event));
        }
    }

    /** Takes note of where something stands that is not applied here. */
    final synchronized void remember(Username from, MessageId id, Sent stands) {
        ids.add(from, id, stands.position(), stands.at());
    }

    /** Forgets everything that was said in it so far. */
    final void forget(Position upTo) {
        budget.add(ring.clear(upTo));
        ids.clear();
    }

    /** Whether nobody is in it and nothing is being said. */
    final synchronized boolean isUnused() {
        return members.isEmpty() && ids.isIdle() && batch.isEmpty();
    }

    /** Gives back what it holds, being of no use any more. */
    final synchronized void abandon() {
        budget.add(ring.clear(applied));
    }

    /** Adds the batch's events so far to the fan-out. */
    public final synchronized void drain(Fanout out) {
        if (!batch.isEmpty()) {
            deliver(List.copyOf(batch), out);
            batch.clear();
        }
    }

    /** Brings these events to everybody who is to get them. */
    void deliver(List<Live> events, Fanout out) {
        members.deliver(events, out);
    }

    static Position later(Position one, Position other) {
        return one.isAfter(other) ? one : other;
    }

    /** What became of an event. */
    enum Verdict {
        APPLIED,
        /** Dropped by the rules. */
        VOID,
        /** Seen before: the same record, or the same id by the same author. */
        REPEATED
    }
}
