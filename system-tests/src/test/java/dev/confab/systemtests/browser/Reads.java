package dev.confab.systemtests.browser;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import org.awaitility.Awaitility;

/** What the server knows somebody not to have read. */
final class Reads {
    private Reads() {}

    static int unread(Confab confab, Session person, String room) {
        var rooms = confab.api(person).get("/api/unread").expect(200).json().path("rooms");
        return rooms.valueStream()
                .filter(row -> row.path("room").asText().equals(room))
                .mapToInt(row -> row.path("unread").asInt())
                .sum();
    }

    static void await(Confab confab, Session person, String room, int unread) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Patience.LIMIT)
                .until(() -> unread(confab, person, room) == unread);
    }
}
