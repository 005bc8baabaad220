package dev.confab.message.history;

import dev.confab.message.database.Database;
import dev.confab.message.database.Rows;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How people react to messages. */
@ApplicationScoped
class ReactionStore {
    private final Database database;

    ReactionStore(Database database) {
        this.database = database;
    }

    /** Those to each of the messages that has some, those first that came first: one statement for all of them. */
    Uni<Map<MessagePlace, List<ReactionSummary>>> to(List<MessagePlace> messages, Username reader) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Rows.selectPadded(
                        database,
                        "select stream_id, epoch, position, emoji, count(*) as people, max(user_key = ?) as mine,"
                                // whatever is cut off of the names, these are whole
                                + " substring_index(group_concat(username order by reacted_at, user_key separator ' '),"
                                + " ' ', " + ReactionSummary.MOST_PEOPLE + ") as names"
                                + " from reaction where (stream_id, epoch, position) in ",
                        List.of(reader.key()),
                        messages.stream().<List<?>>map(ReactionStore::key).toList(),
                        " group by stream_id, epoch, position, emoji order by min(reacted_at), emoji")
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                ReactionStore::place,
                                Collectors.mapping(ReactionStore::summary, Collectors.toList()))));
    }

    private static List<?> key(MessagePlace place) {
        return List.of(
                place.stream(),
                place.position().epoch(),
                place.position().position().value());
    }

    private static MessagePlace place(Row row) {
        return new MessagePlace(
                row.getInteger("stream_id"),
                new LogPosition(row.getInteger("epoch"), new Position(row.getLong("position"))));
    }

    private static ReactionSummary summary(Row row) {
        return new ReactionSummary(
                new Emoji(row.getString("emoji")),
                row.getInteger("people"),
                row.getInteger("mine") == 1,
                MessageRow.names(row.getString("names")));
    }
}
