package dev.confab.systemtests.chaos;

import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Users;
import dev.confab.systemtests.faults.StoredMessages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Measures how long something takes by messages of which it is awaited that they arrive in the database. */
record Marks(Confab confab, ChatClient writer, List<String> rooms) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** @param writer through whom messages go; joins the rooms */
    static Marks by(Confab confab, ChatClient writer, List<String> rooms) {
        rooms.forEach(writer::join);
        return new Marks(confab, writer, rooms);
    }

    /** Sends one message to each room and returns when the database has all of them. */
    Duration awaitProjection() {
        long began = System.nanoTime();
        var text = Users.fresh("mark");
        rooms.forEach(room -> writer.ask(ChatClient.message(room, text)).expectOk());
        await().atMost(LONGEST).until(() -> areStored(text));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean areStored(String text) throws SQLException {
        var stored = new StoredMessages(confab.stack());
        for (var room : rooms) {
            if (stored.of(room).stream().noneMatch(kept -> kept.text().equals(text))) {
                return false;
            }
        }
        return true;
    }
}
