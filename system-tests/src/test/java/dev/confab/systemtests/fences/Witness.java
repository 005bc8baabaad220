package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.FrameMatcher.message;

import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Sees what somebody writes, and when it comes, until a marker does. */
final class Witness {
    private final ChatClient client;
    private final Session suspect;
    private final CountDownLatch enough;

    /** @param enough is counted down for every message seen */
    Witness(ChatClient client, Session suspect, CountDownLatch enough) {
        this.client = client;
        this.suspect = suspect;
        this.enough = enough;
    }

    /** @param seenAt of {@link System#nanoTime} */
    record Seen(long position, long seenAt) {}

    List<Seen> watch(String room, String marker) {
        FrameMatcher wanted = new FrameMatcher(
                "what %s says, or %s".formatted(suspect, marker),
                message().in(room).test().and(frame -> isBySuspect(frame) || isMarker(frame, marker)));
        var seen = new ArrayList<Seen>();
        while (true) {
            Frame frame = client.expect(wanted);
            if (isMarker(frame, marker)) {
                return seen;
            }
            seen.add(new Seen(frame.position(), System.nanoTime()));
            enough.countDown();
        }
    }

    private boolean isBySuspect(Frame frame) {
        return frame.text("from").equals(suspect.username());
    }

    private static boolean isMarker(Frame frame, String marker) {
        return frame.text("text").equals(marker);
    }
}
