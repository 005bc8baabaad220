package dev.confab.message.unread;

import dev.confab.message.database.Database;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages that name somebody, or everybody. */
@ApplicationScoped
class MentionedStore {
    /** Ranges of a key for one stream; it has nothing but what the stream shows, as it stands now. */
    private static final String ONE = "(select max(behind.stream_id) as stream_id, count(*) as mentions from"
            + " (select stream_id from mention where user_key in (?, '*') and stream_id = ?"
            + " and (epoch > ? or (epoch = ? and position > ?)) and author_key <> ? limit " + UnreadStore.MOST
            + ") behind)";

    private final Database database;

    MentionedStore(Database database) {
        this.database = database;
    }

    /** How many there are behind each marker, by stream: one statement, one of a few, however many markers. */
    Uni<Map<Integer, Integer>> behind(List<Marker> markers, Username user) {
        if (markers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Marker> padded = new ArrayList<>(markers);
        int wanted = Integer.highestOneBit(2 * markers.size() - 1);
        padded.addAll(Collections.nCopies(wanted - markers.size(), markers.getLast()));
        return database.run(
                        String.join(" union all ", Collections.nCopies(wanted, ONE)),
                        padded.stream()
                                .flatMap(marker -> parameters(marker, user).stream())
                                .toList())
                .map(rows -> rows.stream()
                        .filter(row -> row.getInteger("mentions") > 0)
                        .collect(Collectors.toMap(
                                row -> row.getInteger("stream_id"),
                                row -> row.getInteger("mentions"),
                                (one, same) -> one)));
    }

    private static List<?> parameters(Marker marker, Username user) {
        return List.of(
                user.key(),
                marker.stream(),
                marker.read().epoch(),
                marker.read().epoch(),
                marker.read().position().value(),
                user.key());
    }
}
