package dev.confab.systemtests.faults;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.stack.testing.TestStack;
import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What message-service has in its database, read past the service. */
public record StoredMessages(TestStack stack) {

    /** Of one room, in the order of their positions. */
    public List<Kept> of(String room) throws SQLException {
        return ofStream(StreamKey.of(new RoomName(room)).value());
    }

    /** Of one stream, by its key in the log. */
    public List<Kept> ofStream(String stream) throws SQLException {
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var query = database.prepareStatement("""
                        select message.position, message.id, message.author, message.body
                        from message join stream on stream.id = message.stream_id
                        where stream.stream_key = ?
                        order by message.epoch, message.position""")) {
            query.setString(1, stream);
            var kept = new ArrayList<Kept>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.add(new Kept(rows.getLong(1), uuid(rows.getBytes(2)), rows.getString(3), rows.getString(4)));
                }
            }
            return kept;
        }
    }

    private static String uuid(byte[] bytes) {
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }
}
