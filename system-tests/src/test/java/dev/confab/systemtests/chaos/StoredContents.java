package dev.confab.systemtests.chaos;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.faults.StoredMessages;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What message-service has made of the log, read past the service. */
record StoredContents(TestStack stack) {

    /** @param stream its key in the log */
    Contents of(String stream) throws SQLException {
        return new Contents(new StoredMessages(stack).ofStream(stream), reactions(stream), pins(stream));
    }

    private Set<String> reactions(String stream) throws SQLException {
        var reactions = new HashSet<String>();
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var query = database.prepareStatement("""
                        select reaction.position, emoji, user_key
                        from reaction join stream on stream.id = reaction.stream_id
                        where stream.stream_key = ?""")) {
            query.setString(1, stream);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reactions.add(Contents.reaction(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return reactions;
    }

    private Set<Long> pins(String stream) throws SQLException {
        var pins = new HashSet<Long>();
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var query = database.prepareStatement("""
                        select pin.position from pin join stream on stream.id = pin.stream_id
                        where stream.stream_key = ?""")) {
            query.setString(1, stream);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    pins.add(rows.getLong(1));
                }
            }
        }
        return pins;
    }

    /** How far each of these partitions is projected: the position behind the last one that is. */
    Map<Integer, Long> projected(Collection<Integer> partitions) throws SQLException {
        var projected = new HashMap<Integer, Long>();
        partitions.forEach(partition -> projected.put(partition, 0L));
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var query = database.prepareStatement("""
                        select partition_no, next_offset from projection
                        where epoch = (select max(seq) from log_epoch)""");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                projected.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return projected;
    }
}
