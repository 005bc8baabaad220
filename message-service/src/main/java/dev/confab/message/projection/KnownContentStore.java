package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Relation;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what was said before some runs: a few statements, however many events there are, and none for messages alone. */
@ApplicationScoped
class KnownContentStore {
    private final KnownReactionsStore reactions;

    KnownContentStore(KnownReactionsStore reactions) {
        this.reactions = reactions;
    }

    /** @param withRepeats whether to look for messages that are there already; none are known otherwise */
    Uni<KnownContent> before(Sql sql, List<Content> content, StreamIds streams, boolean withRepeats) {
        List<Relation> relations = only(Relation.class, content);
        return ids(sql, content, streams, withRepeats)
                .chain(ids -> relations.isEmpty()
                        ? Uni.createFrom().item(new KnownContent(ids, Map.of(), Map.of(), Set.of(), Map.of()))
                        : messages(sql, relations, streams)
                                .chain(messages -> reactions
                                        .before(sql, relations, streams, messages)
                                        .map(known -> new KnownContent(
                                                ids, messages, known.emojis(), known.shown(), known.pins()))));
    }

    static <T> List<T> only(Class<T> kind, Collection<? super T> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Two messages of one id are told by the key of their table. What is about messages stands in another one, so there the ids of
     * messages are looked up where there is anything, and its own in both.
     */
    private static Uni<Set<Authored>> ids(Sql sql, List<Content> content, StreamIds streams, boolean withRepeats) {
        List<List<?>> amongMessages = content.stream()
                .filter(said -> withRepeats || said instanceof Relation)
                .<List<?>>map(said -> key(streams, Authored.of(said)))
                .toList();
        List<List<?>> amongRelations = content.stream()
                .filter(said ->
                        said instanceof Relation || streams.withRelations().contains(said.stream()))
                .<List<?>>map(said -> key(streams, Authored.of(said)))
                .toList();
        return ids(sql, "message", amongMessages, streams)
                .chain(some -> ids(sql, "notice", amongRelations, streams).map(others -> {
                    Set<Authored> all = new HashSet<>(some);
                    all.addAll(others);
                    return all;
                }));
    }

    private static Uni<Set<Authored>> ids(Sql sql, String table, List<List<?>> asked, StreamIds streams) {
        return asked.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Rows.select(
                                sql,
                                "select stream_id, id, author from " + table + " where (stream_id, id, author) in ",
                                asked)
                        .map(rows -> rows.stream()
                                .map(row -> PlaceRows.authored(streams, row))
                                .collect(Collectors.toSet()));
    }

    private static Uni<Map<Authored, Message>> messages(Sql sql, List<Relation> relations, StreamIds streams) {
        return Rows.select(
                        sql,
                        "select stream_id, epoch, position, appended_at, id, author, thread_root_author, thread_root_id, also_in_room,"
                                + " edited_at, deleted_at, deleted_by from message where (stream_id, id, author) in ",
                        about(relations, streams))
                .map(rows -> rows.stream().map(row -> message(row, streams)).toList())
                .chain(found -> texts(sql, only(Content.Edited.class, relations), streams)
                        .map(texts -> found.stream()
                                .map(message -> message.saying(Optional.ofNullable(texts.get(message.name()))))
                                .collect(Collectors.toMap(Message::name, message -> message))));
    }

    /** Of the messages that are edited. */
    private static Uni<Map<Authored, MessageText>> texts(Sql sql, List<Content.Edited> edits, StreamIds streams) {
        return edits.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Rows.select(
                                sql,
                                "select stream_id, id, author, body from message"
                                        + " where deleted_at is null and (stream_id, id, author) in ",
                                about(edits, streams))
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> PlaceRows.authored(streams, row),
                                        row -> new MessageText(row.getString("body")))));
    }

    private static List<List<?>> about(List<? extends Relation> relations, StreamIds streams) {
        return relations.stream()
                .map(relation -> Authored.of(relation.stream(), relation.about()))
                .distinct()
                .<List<?>>map(name -> key(streams, name))
                .toList();
    }

    private static Message message(Row row, StreamIds streams) {
        return new Message(
                PlaceRows.authored(streams, row),
                PlaceRows.position(row),
                at(row, "appended_at").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.getString("thread_root_author"))
                        .map(author -> new MessageRef(new Username(author), Ids.read(row, "thread_root_id"))),
                row.getBoolean("also_in_room"),
                List.of(),
                false,
                List.of(),
                at(row, "edited_at"),
                at(row, "deleted_at")
                        .map(when -> new Message.Deletion(
                                when, new Username(row.getString("deleted_by")), Optional.empty())),
                Optional.empty());
    }

    private static Optional<Instant> at(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(Instant::ofEpochMilli);
    }

    private static List<?> key(StreamIds streams, Authored name) {
        return List.of(
                streams.id(name.stream()), Ids.binary(name.id()), name.from().value());
    }
}
