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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts what is new to somebody. What they wrote themselves is not. */
@ApplicationScoped
public class CountUnread {
    private final UnreadStore store;
    private final MentionedStore mentions;
    private final Epochs epochs;

    CountUnread(UnreadStore store, MentionedStore mentions, Epochs epochs) {
        this.store = store;
        this.mentions = mentions;
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
     * @param mentions how many of these name the user, or everybody; at most 1,000
     * @param position last read; -1 if nothing in the present log
     */
    public record InRoom(String room, int unread, int mentions, Position position) {}

    /** What is new in a conversation; as in a room. */
    public record InConversation(
            Username with, Conversation conversation, int unread, int mentions, Position position) {}

    Uni<Unread> everywhere(Username user) {
        return epochs.current()
                .chain(epoch -> store.rooms(user)
                        .chain(rooms -> store.conversations(user)
                                .chain(direct -> counts(markers(rooms, direct), user)
                                        .map(counts -> unread(user, epoch, rooms, direct, counts)))));
    }

    /** For each marker, in the same order. */
    public Uni<List<Integer>> behind(List<Marker> markers, Username user) {
        return store.count(user, markers);
    }

    private record Counts(Map<Integer, Integer> unread, Map<Integer, Integer> mentions) {
        int unread(Marker marker) {
            return unread.getOrDefault(marker.stream(), 0);
        }

        int mentions(Marker marker) {
            return mentions.getOrDefault(marker.stream(), 0);
        }
    }

    /** By stream. Where nothing is new, nobody is mentioned. */
    private Uni<Counts> counts(List<Marker> markers, Username user) {
        return behind(markers, user).chain(counts -> {
            Map<Integer, Integer> unread = new HashMap<>();
            IntStream.range(0, markers.size()).forEach(i -> unread.put(markers.get(i).stream(), counts.get(i)));
            List<Marker> behind = markers.stream()
                    .filter(marker -> unread.getOrDefault(marker.stream(), 0) > 0)
                    .toList();
            return mentions.behind(behind, user).map(mentions -> new Counts(unread, mentions));
        });
    }

    private static List<Marker> markers(List<RoomMarker> rooms, List<DirectMarker> direct) {
        return Stream.concat(
                        rooms.stream().map(RoomMarker::marker), direct.stream().map(DirectMarker::marker))
                .toList();
    }

    private static Unread unread(
            Username user, int epoch, List<RoomMarker> rooms, List<DirectMarker> direct, Counts counts) {
        return new Unread(
                rooms.stream()
                        .map(room -> new InRoom(
                                room.room(),
                                counts.unread(room.marker()),
                                counts.mentions(room.marker()),
                                inEpoch(room.marker(), epoch)))
                        .toList(),
                direct.stream()
                        .map(one -> new InConversation(
                                one.other(),
                                Conversation.between(user, one.other()),
                                counts.unread(one.marker()),
                                counts.mentions(one.marker()),
                                inEpoch(one.marker(), epoch)))
                        .toList());
    }

    private static Position inEpoch(Marker marker, int epoch) {
        LogPosition read = marker.read();
        return read.epoch() == epoch ? read.position() : Position.NONE;
    }
}
