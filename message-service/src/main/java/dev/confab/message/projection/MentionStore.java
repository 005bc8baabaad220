package dev.confab.message.projection;

import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Writes whom messages name. Nobody is told that they have named themselves. */
@ApplicationScoped
class MentionStore {
    private static final String EVERYBODY = "*";

    Uni<Void> write(Sql sql, StreamIds streams, ContentChanges changes) {
        return Rows.delete(
                        sql,
                        "delete from mention where (stream_id, epoch, position) in ",
                        changes.changed().stream()
                                .<List<?>>map(message -> ContentStore.place(streams, message.place()))
                                .toList())
                .chain(() -> Rows.insert(
                        sql,
                        "insert into mention (user_key, stream_id, epoch, position, author_key) values ",
                        Stream.concat(changes.added().stream(), changes.changed().stream())
                                .filter(Message::isShown)
                                .flatMap(message -> named(message).<List<?>>map(user -> row(streams, message, user)))
                                .toList(),
                        ""));
    }

    private static Stream<String> named(Message message) {
        return message.mentionsAll()
                ? Stream.of(EVERYBODY)
                : message.mentions().stream()
                        .filter(user -> !user.equals(message.name().from()))
                        .map(Username::key)
                        .distinct();
    }

    private static List<?> row(StreamIds streams, Message message, String user) {
        return List.of(
                user,
                streams.id(message.name().stream()),
                message.position().epoch(),
                message.position().position().value(),
                message.name().from().key());
    }
}
