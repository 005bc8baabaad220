package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.ContentChanges.Pin;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Relation;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what stands in timelines beside the messages, and what came of it: reactions, pins, threads, mentions. */
@ApplicationScoped
class RelationStore {
    private final ThreadStore threads;
    private final MentionStore mentions;

    RelationStore(ThreadStore threads, MentionStore mentions) {
        this.threads = threads;
        this.mentions = mentions;
    }

    /** To be called before the texts of deleted messages are wiped. */
    Uni<Void> insertTimeline(Sql sql, int epoch, StreamIds streams, List<LoggedEvent> timeline) {
        return markStreams(sql, streams, timeline)
                .chain(() -> Rows.insert(
                        sql,
                        "insert into notice (stream_id, epoch, position, appended_at, event,"
                                + " author, id, about_author, about_id, is_edit) values ",
                        timeline.stream()
                                .<List<?>>map(logged -> row(epoch, streams, logged))
                                .toList(),
                        " on duplicate key update epoch = notice.epoch"));
    }

    private static List<?> row(int epoch, StreamIds streams, LoggedEvent logged) {
        List<Object> row = new ArrayList<>(List.of(
                streams.id(logged.event().stream()),
                epoch,
                logged.position().value(),
                logged.at().toEpochMilli(),
                Json.text(logged.event())));
        row.addAll(
                switch (logged.event()) {
                    case Relation relation ->
                        List.of(
                                relation.from().value(),
                                Ids.binary(relation.id()),
                                relation.about().author().value(),
                                Ids.binary(relation.about().id()),
                                relation instanceof Content.Edited);
                    case Content.Posted p -> throw new IllegalArgumentException("messages are rows of their own");
                    case Decision d -> Arrays.asList(null, null, null, null, false);
                });
        return row;
    }

    private static Uni<Void> markStreams(Sql sql, StreamIds streams, List<LoggedEvent> timeline) {
        List<StreamKey> unmarked = timeline.stream()
                .filter(logged -> logged.event() instanceof Relation)
                .map(logged -> logged.event().stream())
                .distinct()
                .filter(stream -> !streams.withRelations().contains(stream))
                .toList();
        return unmarked.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.run(
                                "update stream set has_relations = true where id in (" + Sql.marks(unmarked.size())
                                        + ")",
                                unmarked.stream().map(streams::id).toList())
                        .replaceWithVoid();
    }

    Uni<Void> write(Sql sql, StreamIds streams, ContentChanges changes) {
        return changeReactions(sql, streams, changes.reactions())
                .chain(() -> changePins(sql, streams, changes.pins()))
                .chain(() -> threads.write(sql, streams, changes))
                .chain(() -> mentions.write(sql, streams, changes));
    }

    private static Uni<Void> changeReactions(Sql sql, StreamIds streams, Map<Reaction, Optional<Instant>> changes) {
        List<List<?>> hidden = new ArrayList<>();
        List<List<?>> shown = new ArrayList<>();
        changes.forEach((reaction, at) -> {
            List<?> key = with(
                    ContentStore.place(streams, reaction.message()),
                    reaction.emoji().value(),
                    reaction.user().key());
            at.ifPresentOrElse(
                    since -> shown.add(with(key, reaction.user().value(), since.toEpochMilli())),
                    () -> hidden.add(key));
        });
        return Rows.delete(sql, "delete from reaction where (stream_id, epoch, position, emoji, user_key) in ", hidden)
                .chain(() -> Rows.insert(
                        sql,
                        "insert into reaction (stream_id, epoch, position, emoji, user_key, username, reacted_at) values ",
                        shown,
                        " on duplicate key update reacted_at = values(reacted_at)"));
    }

    private static Uni<Void> changePins(Sql sql, StreamIds streams, Map<Place, Optional<Pin>> changes) {
        List<List<?>> unpinned = new ArrayList<>();
        List<List<?>> pinned = new ArrayList<>();
        changes.forEach((message, pin) -> {
            List<?> key = ContentStore.place(streams, message);
            pin.ifPresentOrElse(
                    by -> pinned.add(with(
                            key,
                            by.by().value(),
                            by.at().toEpochMilli(),
                            by.since().epoch(),
                            by.since().position().value())),
                    () -> unpinned.add(key));
        });
        return Rows.delete(sql, "delete from pin where (stream_id, epoch, position) in ", unpinned)
                .chain(() -> Rows.insert(
                        sql,
                        "insert into pin (stream_id, epoch, position, pinned_by, pinned_at, pinned_epoch, pinned_position) values ",
                        pinned,
                        " on duplicate key update pinned_by = values(pinned_by), pinned_at = values(pinned_at),"
                                + " pinned_epoch = values(pinned_epoch), pinned_position = values(pinned_position)"));
    }

    static List<?> with(List<?> key, Object... more) {
        return Stream.concat(key.stream(), Arrays.stream(more)).toList();
    }
}
