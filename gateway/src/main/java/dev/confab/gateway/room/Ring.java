package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last events of one stream, bounded in number and bytes. Guarded by its {@link Stream}. */
final class Ring {
    /** @param subject which message the event is, or is about; absent for a decision */
    record Entry(Position position, Frame frame, Optional<Subject> subject) {

        static Entry of(Position position, Frame frame, Content content) {
            return new Entry(position, frame, Optional.of(Subject.of(content)));
        }

        private boolean is(Subject.As as, MessageRef message) {
            return subject.filter(what -> what.as() == as && what.message().equals(message))
                    .isPresent();
        }

        private boolean isMessage(MessageRef message) {
            return is(Subject.As.MESSAGE, message) || is(Subject.As.ANSWER, message);
        }

        private Optional<MessageRef> deleted() {
            return subject.filter(what -> what.as() == Subject.As.DELETION).map(Subject::message);
        }
    }

    /** A message that an event is, or is about; its text is in the frame alone. */
    record Subject(As as, MessageRef message) {
        enum As {
            MESSAGE,
            /** A message in a thread. */
            ANSWER,
            DELETION,
            OTHER_RELATION
        }

        static Subject of(Content content) {
            return switch (content) {
                case Content.Posted posted ->
                    new Subject(
                            posted.thread().isPresent() ? As.ANSWER : As.MESSAGE,
                            new MessageRef(posted.from(), posted.id()));
                case Content.Deleted deleted -> new Subject(As.DELETION, deleted.about());
                case Content.Edited edited -> new Subject(As.OTHER_RELATION, edited.about());
                case Content.Reacted reacted -> new Subject(As.OTHER_RELATION, reacted.about());
                case Content.Pinned pinned -> new Subject(As.OTHER_RELATION, pinned.about());
            };
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<MessageRef> deleted = new HashSet<>();
    private final int maxEvents;
    private final int maxBytes;
    private Position floor;
    private int bytes;

    /** @param floor every event of the stream after this position is going to be added */
    Ring(int maxEvents, int maxBytes, Position floor) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.floor = floor;
    }

    /** @return by how many bytes the ring has grown, negative if it has shrunk */
    int add(Entry entry) {
        int before = bytes;
        entries.addLast(entry);
        bytes += entry.frame().length();
        entry.deleted().ifPresent(deleted::add);
        while (entries.size() > maxEvents || bytes > maxBytes) {
            evict();
        }
        return bytes - before;
    }

    /**
     * Forgets what a deleted message said: its text, and its edits altogether.
     *
     * @return by how many bytes the ring has grown
     */
    int blank(MessageRef message) {
        int before = bytes;
        List<Entry> all = List.copyOf(entries);
        entries.clear();
        bytes = 0;
        for (Entry entry : all) {
            if (!entry.is(Subject.As.OTHER_RELATION, message)) {
                Entry kept = entry.isMessage(message)
                        ? new Entry(entry.position(), entry.frame().withoutText(), Optional.empty())
                        : entry;
                entries.addLast(kept);
                bytes += kept.frame().length();
            }
        }
        return bytes - before;
    }

    /** What is remembered of a message. */
    Optional<Known> find(MessageRef message) {
        return isDeleted(message)
                ? Optional.of(new Known(true, false))
                : entries.stream()
                        .filter(entry -> entry.isMessage(message))
                        .findFirst()
                        .map(entry -> new Known(false, entry.is(Subject.As.ANSWER, message)));
    }

    /** Whether the deletion of the message is among what is remembered. */
    boolean isDeleted(MessageRef message) {
        return deleted.contains(message);
    }

    /** Forgets everything; what comes after {@code newFloor} will be remembered again. */
    int clear(Position newFloor) {
        int freed = bytes;
        entries.clear();
        deleted.clear();
        bytes = 0;
        floor = newFloor;
        return -freed;
    }

    /** Every event after the position, in order; absent if some of them may be forgotten. */
    Optional<List<Frame>> after(Position position) {
        if (floor.isAfter(position)) {
            return Optional.empty();
        }
        return Optional.of(entries.stream()
                .filter(entry -> entry.position().isAfter(position))
                .map(Entry::frame)
                .toList());
    }

    private void evict() {
        Entry oldest = entries.removeFirst();
        bytes -= oldest.frame().length();
        floor = oldest.position();
        oldest.deleted().ifPresent(deleted::remove);
    }
}
