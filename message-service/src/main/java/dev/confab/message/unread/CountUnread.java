package dev.confab.message.unread;

import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogPosition;
import dev.confab.message.unread.UnreadStore.DirectMarker;
import dev.confab.message.unread.UnreadStore.RoomMarker;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Counts what is new to somebody. What they wrote themselves is not. */
@ApplicationScoped
public class CountUnread {
    private final UnreadStore store;
    private final Epochs epochs;

    CountUnread(UnreadStore store, Epochs epochs) {
        this.store = store;
        this.epochs = epochs;
    }

    /**
     * What is new everywhere.
     *
     * @param direct conversations, those with the newest messages first
     */
    public record Unread(List<InRoom> rooms, List<InConversation> direct) {}

    /**
     * What is new in a room.
     *
     * @param unread at most 1,000
     * @param position last read; -1 if nothing in the present log
     */
    public record InRoom(String room, int unread, Position position) {}

    /** What is new in a conversation; as in a room. */
    public record InConversation(Username with, Conversation conversation, int unread, Position position) {}

    Uni<Unread> everywhere(Username user) {
        return epochs.current()
                .chain(epoch -> rooms(user, epoch)
                        .chain(rooms -> conversations(user, epoch).map(direct -> new Unread(rooms, direct))));
    }

    /** For each marker, in the same order. */
    public Uni<List<Integer>> behind(List<Marker> markers, Username user) {
        return store.count(user, markers);
    }

    private Uni<List<InRoom>> rooms(Username user, int epoch) {
        return store.rooms(user)
                .chain(rooms -> behind(rooms.stream().map(RoomMarker::marker).toList(), user)
                        .map(counts -> IntStream.range(0, rooms.size())
                                .mapToObj(i -> new InRoom(
                                        rooms.get(i).room(),
                                        counts.get(i),
                                        inEpoch(rooms.get(i).marker(), epoch)))
                                .toList()));
    }

    private Uni<List<InConversation>> conversations(Username user, int epoch) {
        return store.conversations(user)
                .chain(all -> behind(all.stream().map(DirectMarker::marker).toList(), user)
                        .map(counts -> IntStream.range(0, all.size())
                                .mapToObj(i -> conversation(user, all.get(i), counts.get(i), epoch))
                                .toList()));
    }

    private static InConversation conversation(Username user, DirectMarker one, int unread, int epoch) {
        return new InConversation(
                one.other(), Conversation.between(user, one.other()), unread, inEpoch(one.marker(), epoch));
    }

    private static Position inEpoch(Marker marker, int epoch) {
        LogPosition read = marker.read();
        return read.epoch() == epoch ? read.position() : Position.NONE;
    }
}
