package dev.confab.systemtests.faults;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.faults.KilledMessageServiceTest.Kept;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What message-service has in its database, read past the service. */
record StoredMessages(TestStack stack) {

    List<Kept> of(String room) throws SQLException {
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var query = database.prepareStatement("""
                        select position, id, sender, text from message where stream = ? order by position""")) {
            query.setString(1, StreamKey.of(new RoomName(room)).value());
            var kept = new ArrayList<Kept>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.add(new Kept(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return kept;
        }
    }
}
