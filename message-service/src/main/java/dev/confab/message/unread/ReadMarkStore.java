package dev.confab.message.unread;

import dev.confab.message.database.Database;
import dev.confab.message.database.Rows;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** How far people have read. */
@ApplicationScoped
class ReadMarkStore {
    private final Database database;

    ReadMarkStore(Database database) {
        this.database = database;
    }

    /** Moves marks on, never back. */
    Uni<Void> merge(int epoch, Map<ReadMark, Position> marks) {
        return Rows.insert(
                database,
                "insert into read_mark (stream_key, user_key, epoch, position) values ",
                marks.entrySet().stream()
                        .<List<?>>map(mark -> List.of(
                                mark.getKey().stream().value(),
                                mark.getKey().user().key(),
                                epoch,
                                mark.getValue().value()))
                        .toList(),
                // the assignments take effect from left to right
                " on duplicate key update position = case when epoch > values(epoch) then position"
                        + " when epoch = values(epoch) then greatest(position, values(position))"
                        + " else values(position) end, epoch = greatest(epoch, values(epoch))");
    }
}
