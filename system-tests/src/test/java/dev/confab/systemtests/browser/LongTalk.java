package dev.confab.systemtests.browser;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** So much was said in a room that it does not fit on a page: by several people at once, each within their limits. */
final class LongTalk {
    /** What one person may say at once, and a little less ({@code confab.limits.send-burst} of the stack). */
    private static final int BURST = 250;

    private final Confab confab;
    private final String room;

    private LongTalk(Confab confab, String room) {
        this.confab = confab;
        this.room = room;
    }

    static LongTalk in(String room, Confab confab) {
        return new LongTalk(confab, room);
    }

    /** Messages {@code no 0}, {@code no 1}, …; in that order but for those in between the first and the last. */
    LongTalk say(int messages) {
        say(0, 1);
        say(1, messages - 1);
        say(messages - 1, messages);
        return this;
    }

    private void say(int from, int to) {
        List<ChatClient> people = IntStream.range(0, (to - from + BURST - 1) / BURST)
                .mapToObj(_ -> confab.connect(confab.person("speaker")).join(room))
                .toList();
        List<CompletableFuture<Frame>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            answers.add(people.get((i - from) % people.size()).submit(ChatClient.message(room, "no " + i)));
        }
        answers.forEach(answer -> answer.join().expectOk());
        people.forEach(ChatClient::close);
    }
}
