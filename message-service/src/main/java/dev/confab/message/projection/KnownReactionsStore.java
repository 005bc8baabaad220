package dev.confab.message.projection;

import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.protocol.Content;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.Relation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how people reacted before some runs, and what they pinned. */
@ApplicationScoped
class KnownReactionsStore {

    /** As in {@link KnownContent}. */
    record KnownReactions(
            Map<Place, Map<Emoji, Integer>> emojis, Set<Reaction> shown, Map<StreamKey, Set<Place>> pins) {}

    /** @param messages that the relations are about */
    Uni<KnownReactions> before(Sql sql, List<Relation> relations, StreamIds streams, Map<Authored, Message> messages) {
        Set<Reaction> asked = KnownContentStore.only(Content.Reacted.class, relations).stream()
                .flatMap(reacted -> Stream.ofNullable(messages.get(Authored.of(reacted.stream(), reacted.about())))
                        .map(message -> new Reaction(message.place(), reacted.emoji(), reacted.from())))
                .collect(Collectors.toSet());
        return emojis(sql, asked, streams)
                .chain(emojis -> shown(sql, asked, streams)
                        .chain(shown ->
                                pins(sql, relations, streams).map(pins -> new KnownReactions(emojis, shown, pins))));
    }

    private static Uni<Map<Place, Map<Emoji, Integer>>> emojis(Sql sql, Set<Reaction> asked, StreamIds streams) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<List<?>> places = asked.stream()
                .map(Reaction::message)
                .distinct()
                .<List<?>>map(place -> ContentStore.place(streams, place))
                .toList();
        return Rows.select(
                        sql,
                        "select stream_id, epoch, position, emoji, count(*) as people from reaction"
                                + " where (stream_id, epoch, position) in ",
                        places,
                        " group by stream_id, epoch, position, emoji")
                .map(rows -> {
                    Map<Place, Map<Emoji, Integer>> counts = new HashMap<>();
                    rows.forEach(row -> counts.computeIfAbsent(PlaceRows.place(streams, row), place -> new HashMap<>())
                            .put(new Emoji(row.getString("emoji")), row.getInteger("people")));
                    return counts;
                });
    }

    private static Uni<Set<Reaction>> shown(Sql sql, Set<Reaction> asked, StreamIds streams) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<List<?>> keys = asked.stream()
                .<List<?>>map(reaction -> Stream.concat(
                                ContentStore.place(streams, reaction.message()).stream(),
                                Stream.of(
                                        reaction.emoji().value(),
                                        reaction.user().key()))
                        .toList())
                .toList();
        return Rows.select(
                        sql,
                        "select stream_id, epoch, position, emoji, user_key from reaction"
                                + " where (stream_id, epoch, position, emoji, user_key) in ",
                        keys)
                .map(rows -> rows.stream()
                        .map(row -> new Reaction(
                                PlaceRows.place(streams, row),
                                new Emoji(row.getString("emoji")),
                                new Username(row.getString("user_key"))))
                        .collect(Collectors.toSet()));
    }

    /** All that is pinned in streams where something is pinned in the runs. */
    private static Uni<Map<StreamKey, Set<Place>>> pins(Sql sql, List<Relation> relations, StreamIds streams) {
        List<Integer> asked = relations.stream()
                .filter(relation -> relation instanceof Content.Pinned)
                .map(relation -> streams.id(relation.stream()))
                .distinct()
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : sql.run(
                                "select stream_id, epoch, position from pin where stream_id in ("
                                        + Sql.marks(asked.size()) + ")",
                                asked)
                        .map(rows -> rows.stream()
                                .map(row -> PlaceRows.place(streams, row))
                                .collect(Collectors.groupingBy(Place::stream, Collectors.toSet())));
    }
}
