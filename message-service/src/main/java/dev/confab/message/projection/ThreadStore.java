package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.message.projection.ThreadChange.Last;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Writes what is in threads, and how much by whom. */
@ApplicationScoped
class ThreadStore {
    private static final String COUNT = " on duplicate key update answers = answers + values(answers),"
            + " last_epoch = if(values(last_position) < 0, last_epoch, values(last_epoch)),"
            + " last_at = if(values(last_position) < 0, last_at, values(last_at)),"
            + " last_position = if(values(last_position) < 0, last_position, values(last_position))";

    Uni<Void> write(Sql sql, StreamIds streams, ContentChanges changes) {
        return insertAnswers(sql, streams, changes.added())
                .chain(() -> countAnswers(sql, streams, changes.threads()))
                .chain(() -> countPeople(sql, streams, changes.threads()));
    }

    private static Uni<Void> insertAnswers(Sql sql, StreamIds streams, List<Message> added) {
        return Rows.insert(
                sql,
                "insert into thread_answer (stream_id, root_id, root_author, epoch, position) values ",
                added.stream()
                        .flatMap(message ->
                                message.thread().map(root -> Authored.of(message.name().stream(), root)).stream()
                                        .<List<?>>map(root -> RelationStore.with(
                                                root(streams, root),
                                                message.position().epoch(),
                                                message.position().position().value())))
                        .toList(),
                "");
    }

    private static Uni<Void> countAnswers(Sql sql, StreamIds streams, Map<Authored, ThreadChange> threads) {
        return Rows.insert(
                sql,
                "insert into thread (stream_id, root_id, root_author, answers, last_epoch, last_position, last_at) values ",
                threads.entrySet().stream()
                        .<List<?>>map(entry -> RelationStore.with(
                                root(streams, entry.getKey()),
                                entry.getValue().total(),
                                entry.getValue()
                                        .last()
                                        .map(last -> last.position().epoch())
                                        .orElse(-1),
                                entry.getValue()
                                        .last()
                                        .map(last -> last.position().position().value())
                                        .orElse(-1L),
                                entry.getValue()
                                        .last()
                                        .map(Last::at)
                                        .map(at -> at.toEpochMilli())
                                        .orElse(-1L)))
                        .toList(),
                COUNT);
    }

    private static Uni<Void> countPeople(Sql sql, StreamIds streams, Map<Authored, ThreadChange> threads) {
        return Rows.insert(
                sql,
                "insert into thread_person (stream_id, root_id, root_author, user_key, username, answers) values ",
                threads.entrySet().stream()
                        .flatMap(entry -> entry.getValue().answers().entrySet().stream()
                                .<List<?>>map(person -> RelationStore.with(
                                        root(streams, entry.getKey()),
                                        person.getKey().key(),
                                        person.getKey().value(),
                                        person.getValue())))
                        .toList(),
                " on duplicate key update answers = answers + values(answers)");
    }

    private static List<?> root(StreamIds streams, Authored root) {
        return List.of(
                streams.id(root.stream()), Ids.binary(root.id()), root.from().value());
    }
}
