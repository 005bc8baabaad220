package dev.confab.systemtests.content;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.content.Kind.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many messages, as fast as one connection may. */
final class Burst {
    /** As many as a connection may send at once. */
    private static final int AT_ONCE = 20;

    private Burst() {}

    /** Says {@code burst 0} and so on; returns when all are kept. */
    static void of(ChatClient client, Seat seat, int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            List<CompletableFuture<Frame>> answers = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                answers.add(client.submit(seat.writing().message(MessageId.next(), "burst " + i)));
            }
            answers.forEach(answer -> answer.join().expectOk());
        }
    }
}
