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
import java.util.Optional;
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
     * @param upTo of the newest message that is counted; absent if nothing is new
     * @param more whether there may be more than are counted
     */
    public record InRoom(
            String room, int unread, int mentions, Position position, Optional<Position> upTo, boolean more) {}

    /** What is new in a conversation; as in a room. */
    public record InConversation(
            Username with,
            Conversation conversation,
            int unread,
            int mentions,
            Position position,
            Optional<Position> upTo,
            boolean more) {}

    Uni<Unread> everywhere(Username user) {
        return epochs.current()
                .chain(epoch -> store.rooms(user)
                        .chain(rooms -> store.conversations(user)
                                .chain(direct -> counts(markers(rooms, direct), user, epoch)
                                        .map(counts -> unread(user, epoch, rooms, direct, counts)))));
    }

    /** For each marker, in the same order. */
    public Uni<List<Behind>> behind(List<Marker> markers, Username user) {
        return epochs.current().chain(epoch -> store.count(user, markers, epoch));
    }

    private record Counts(Map<Integer, Behind> behind, Map<Integer, Integer> mentions) {
        Behind behind(Marker marker) {
            return behind.getOrDefault(marker.stream(), Behind.NOTHING);
        }

        int mentions(Marker marker) {
            return mentions.getOrDefault(marker.stream(), 0);
        }
    }

    /** By stream. Where nothing is new, nobody is mentioned. */
    private Uni<Counts> counts(List<Marker> markers, Username user, int epoch) {
        return store.count(user, markers, epoch).chain(found -> {
            Map<Integer, Behind> byStream = new HashMap<>();
            IntStream.range(0, markers.size()).forEach(i -> byStream.put(markers.get(i).stream(), found.get(i)));
            List<Marker> news = markers.stream()
                    .filter(marker -> byStream.getOrDefault(marker.stream(), Behind.NOTHING)
                                    .unread()
                            > 0)
                    .toList();
            return mentions.behind(news, user).map(mentions -> new Counts(byStream, mentions));
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
                        .map(room -> inRoom(room, counts, inEpoch(room.marker(), epoch)))
                        .toList(),
                direct.stream()
                        .map(one -> inConversation(user, one, counts, inEpoch(one.marker(), epoch)))
                        .toList());
    }

    private static InRoom inRoom(RoomMarker room, Counts counts, Position position) {
        Behind behind = counts.behind(room.marker());
        return new InRoom(
                room.room(), behind.unread(), counts.mentions(room.marker()), position, behind.upTo(), behind.more());
    }

    private static InConversation inConversation(Username user, DirectMarker one, Counts counts, Position position) {
        Behind behind = counts.behind(one.marker());
        return new InConversation(
                one.other(),
                Conversation.between(user, one.other()),
                behind.unread(),
                counts.mentions(one.marker()),
                position,
                behind.upTo(),
                behind.more());
    }

    private static Position inEpoch(Marker marker, int epoch) {
        LogPosition read = marker.read();
        return read.epoch() == epoch ? read.position() : Position.NONE;
    }
}
