package dev.confab.message.projection;

import dev.confab.message.database.Ids;
import dev.confab.message.database.Rows;
import dev.confab.message.database.Sql;
import dev.confab.protocol.Attachment;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Writes which messages files are in. Of a deleted message that is kept until media-service has let go of the files. */
final class AttachmentStore {
    private AttachmentStore() {}

    static Uni<Void> write(Sql sql, StreamIds streams, ContentChanges changes) {
        return add(sql, streams, changes.added())
                .chain(() -> Rows.delete(
                        sql,
                        "update attachment set gone = true where (stream_id, epoch, position) in ",
                        changes.wiped().stream()
                                .<List<?>>map(message -> ContentStore.place(streams, message.place()))
                                .toList()));
    }

    private static Uni<Void> add(Sql sql, StreamIds streams, List<Message> messages) {
        return Rows.insert(
                sql,
                "insert into attachment (media_id, stream_id, epoch, position) values ",
                messages.stream()
                        .flatMap(message -> message.attachments().stream()
                                .map(Attachment::id)
                                .distinct()
                                .<List<?>>map(media -> List.of(
                                        Ids.binary(media),
                                        streams.id(message.name().stream()),
                                        message.position().epoch(),
                                        message.position().position().value())))
                        .toList(),
                "");
    }
}
