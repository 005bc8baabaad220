package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.FrameMatcher.told;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A room in which a lot is said, and somebody who hears all of it. Writers keep on until they are told to finish, through
 * both gateways.
 */
final class Busy implements AutoCloseable {
    /** More than a gateway remembers of a room. */
    static final int BEYOND_THE_RING = 300;

    private static final int WRITERS = 6;

    private final Confab confab;
    private final Session owner;
    private final ChatClient witness;
    private final List<ChatClient> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String room;
    private volatile boolean finished;

    Busy(Confab confab, Session owner, String room) {
        this.confab = confab;
        this.owner = owner;
        this.room = room;
        this.witness = confab.connect(owner).join(room);
        for (int i = 0; i < WRITERS; i++) {
            String gateway = i % 2 == 0 ? confab.gateway() : confab.otherGateway();
            writers.add(confab.connect(owner, gateway).join(room));
        }
    }

    /** Says so many things; returns when all are kept. */
    Busy say(int count) {
        List<CompletableFuture<Frame>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(writers.get(i % WRITERS).submit(message(room, "past " + i)));
        }
        answers.forEach(answer -> answer.join().expectOk());
        return this;
    }

    /** Makes somebody a moderator, and the room another one to look at. */
    Busy change(Session moderator) {
        confab.api(owner)
                .put(path("/api/rooms/{}/moderators/{}", room, moderator.username()), Map.of())
                .expect(204);
        confab.api(owner)
                .patch(path("/api/rooms/{}", room), Map.of("topic", "What else happened"))
                .expect(200);
        return this;
    }

    /** Goes on saying things, as fast as they are kept; returns when it has begun. */
    Busy goOn() throws InterruptedException {
        var begun = new CountDownLatch(WRITERS);
        for (ChatClient writer : writers) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; !finished; i++) {
                    writer.ask(message(room, "now " + i));
                    begun.countDown();
                }
            }));
        }
        begun.await();
        return this;
    }

    /** Says a last word, which comes after everything else. */
    Busy finish() throws InterruptedException {
        finished = true;
        for (Thread thread : threads) {
            thread.join();
        }
        witness.send("the end");
        return this;
    }

    /** The positions of everything after the one given, as the witness has heard it live. */
    List<Long> after(long position) {
        return heardBy(witness).stream().filter(at -> at > position).toList();
    }

    /** The positions of what a client has heard of the room, up to the last word. */
    List<Long> heardBy(ChatClient client) {
        List<Long> positions = new ArrayList<>();
        while (true) {
            Frame heard = client.expect(told(room));
            positions.add(heard.position());
            if (heard.json().path("text").asText().equals("the end")) {
                return positions;
            }
        }
    }

    @Override
    public void close() {
        finished = true;
    }
}
