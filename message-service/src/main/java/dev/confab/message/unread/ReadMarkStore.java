package dev.confab.message.unread;

import dev.confab.message.database.Database;
import dev.confab.message.database.Rows;
import dev.confab.message.unread.ReadMark.Reached;
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
    Uni<Void> merge(int epoch, Map<ReadMark, Reached> marks) {
        return Rows.insert(
                database,
                "insert into read_mark (stream_key, user_key, username, epoch, position, hidden) values ",
                marks.entrySet().stream()
                        .<List<?>>map(mark -> List.of(
                                mark.getKey().stream().value(),
                                mark.getKey().user().key(),
                                mark.getKey().user().value(),
                                epoch,
                                mark.getValue().position().value(),
                                mark.getValue().hidden()))
                        .toList(),
                // the assignments take effect from left to right
                " on duplicate key update hidden = case when epoch > values(epoch) then hidden"
                        + " when epoch < values(epoch) or position < values(position) then values(hidden)"
                        + " when position > values(position) then hidden else hidden or values(hidden) end,"
                        + " position = case when epoch > values(epoch) then position"
                        + " when epoch = values(epoch) then greatest(position, values(position))"
                        + " else values(position) end, epoch = greatest(epoch, values(epoch))");
    }
}
