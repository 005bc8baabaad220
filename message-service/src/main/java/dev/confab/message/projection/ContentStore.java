package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.Message.Deletion;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes what content changes in messages, their old texts and the lists of conversations. */
@ApplicationScoped
class ContentStore {
    private static final String CHANGED = " on duplicate key update body = values(body), mentions = values(mentions),"
            + " mentions_all = values(mentions_all),"
            + " attachments = if(values(deleted_at) is null, attachments, null), edited_at = values(edited_at), deleted_at = values(deleted_at),"
            + " deleted_by = values(deleted_by), deleted_reason = values(deleted_reason),"
            + " changed_epoch = values(changed_epoch), changed_position = values(changed_position)";

    Uni<Void> write(Sql sql, int epoch, StreamIds streams, ContentChanges changes) {
        return insertPlain(sql, streams, only(changes.added(), Message::isPlain))
                .chain(() -> insertWhole(sql, streams, only(changes.added(), message -> !message.isPlain()), ""))
                .chain(() -> insertWhole(sql, streams, changes.changed(), CHANGED))
                .chain(() -> AttachmentStore.write(sql, streams, changes))
                .chain(() -> wipe(sql, streams, changes.wiped()))
                .chain(() -> keepRevisions(sql, streams, changes))
                .chain(() -> touchConversations(sql, epoch, streams, changes));
    }

    private static List<Message> only(List<Message> messages, Predicate<Message> condition) {
        return messages.stream().filter(condition).toList();
    }

    private static Uni<Void> insertPlain(Sql sql, StreamIds streams, List<Message> messages) {
        return Rows.insert(
                sql,
                "insert into message (stream_id, epoch, position, appended_at, id, author, body) values ",
                messages.stream()
                        .<List<?>>map(message -> List.of(
                                streams.id(message.name().stream()),
                                message.position().epoch(),
                                message.position().position().value(),
                                message.at().toEpochMilli(),
                                Ids.binary(message.name().id()),
                                message.name().from().value(),
                                message.text().map(MessageText::value).orElse("")))
                        .toList(),
                "");
    }

    private static Uni<Void> insertWhole(Sql sql, StreamIds streams, List<Message> messages, String tail) {
        return Rows.insert(
                sql,
                "insert into message (stream_id, epoch, position, appended_at, id, author, body,"
                        + " thread_root_author, thread_root_id, also_in_room, reply_to_author, reply_to_id,"
                        + " mentions, mentions_all, attachments, edited_at, deleted_at, deleted_by, deleted_reason,"
                        + " changed_epoch, changed_position) values ",
                messages.stream()
                        .<List<?>>map(message -> whole(streams, message))
                        .toList(),
                tail);
    }

    private static List<?> whole(StreamIds streams, Message message) {
        return Arrays.asList(
                streams.id(message.name().stream()),
                message.position().epoch(),
                message.position().position().value(),
                message.at().toEpochMilli(),
                Ids.binary(message.name().id()),
                message.name().from().value(),
                message.text().map(MessageText::value).orElse(""),
                author(message.thread()),
                id(message.thread()),
                message.alsoInRoom(),
                author(message.replyTo()),
                id(message.replyTo()),
                message.mentions().isEmpty() ? null : Json.text(message.mentions()),
                message.mentionsAll(),
                message.attachments().isEmpty() || message.isDeleted() ? null : Json.text(message.attachments()),
                message.editedAt().map(Instant::toEpochMilli).orElse(null),
                message.deletion().map(Deletion::at).map(Instant::toEpochMilli).orElse(null),
                message.deletion().map(Deletion::by).map(Username::value).orElse(null),
                message.deletion().flatMap(Deletion::reason).orElse(null),
                message.changed().map(changed -> changed.epoch()).orElse(null),
                message.changed().map(changed -> changed.position().value()).orElse(null));
    }

    private static @Nullable String author(Optional<MessageRef> ref) {
        return ref.map(MessageRef::author).map(Username::value).orElse(null);
    }

    private static @Nullable Buffer id(Optional<MessageRef> ref) {
        return ref.map(MessageRef::id).map(Ids::binary).orElse(null);
    }

    /** Whatever else is kept of what a message said or how people reacted, the texts of its edits too. */
    private static Uni<Void> wipe(Sql sql, StreamIds streams, List<Message> messages) {
        List<List<?>> places = messages.stream()
                .<List<?>>map(message -> place(streams, message.place()))
                .toList();
        List<List<?>> names = messages.stream()
                .<List<?>>map(message -> List.of(
                        streams.id(message.name().stream()),
                        Ids.binary(message.name().id()),
                        message.name().from().value()))
                .toList();
        return Rows.delete(sql, "delete from reaction where (stream_id, epoch, position) in ", places)
                .chain(() -> Rows.delete(sql, "delete from pin where (stream_id, epoch, position) in ", places))
                .chain(() -> Rows.delete(sql, "delete from revision where (stream_id, epoch, position) in ", places))
                .chain(() -> Rows.delete(
                        sql,
                        "update notice set event = '' where is_edit and (stream_id, about_id, about_author) in ",
                        names));
    }

    private static Uni<Void> keepRevisions(Sql sql, StreamIds streams, ContentChanges changes) {
        return Rows.insert(
                sql,
                "insert into revision (stream_id, epoch, position, ended_epoch, ended_position, body) values ",
                changes.revisions().stream()
                        .<List<?>>map(revision -> List.of(
                                streams.id(revision.message().stream()),
                                revision.message().position().epoch(),
                                revision.message().position().position().value(),
                                revision.ended().epoch(),
                                revision.ended().position().value(),
                                revision.text().value()))
                        .toList(),
                "");
    }

    private static Uni<Void> touchConversations(Sql sql, int epoch, StreamIds streams, ContentChanges changes) {
        return Rows.insert(
                sql,
                "insert into conversation_member (user_key, stream_id, other, last_epoch, last_position, last_at,"
                        + " read_epoch, read_position) values ",
                changes.conversations().entrySet().stream()
                        .<List<?>>map(entry -> conversation(epoch, streams, entry))
                        .toList(),
                " on duplicate key update last_epoch = values(last_epoch), last_position = values(last_position),"
                        + " last_at = values(last_at)");
    }

    private static List<?> conversation(
            int epoch, StreamIds streams, Map.Entry<StreamUser, ContentChanges.Talk> entry) {
        ContentChanges.Talk talk = entry.getValue();
        return List.of(
                entry.getKey().user().key(),
                streams.id(entry.getKey().stream()),
                talk.other().value(),
                epoch,
                talk.last().value(),
                talk.at().toEpochMilli(),
                epoch,
                talk.first().value() - 1);
    }

    static List<?> place(StreamIds streams, Place place) {
        return List.of(
                streams.id(place.stream()),
                place.position().epoch(),
                place.position().position().value());
    }
}
