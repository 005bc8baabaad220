package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Target;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.content.Kind.Seat;
import dev.confab.systemtests.content.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A stream in which Alice says a lot, and hears all of it. She keeps on until told to finish, on several connections through
 * both gateways.
 */
final class Busy implements AutoCloseable {
    /** More than a gateway remembers of a stream. */
    static final int BEYOND_THE_RING = 300;

    private static final int WRITERS = 6;

    private final Confab confab;
    private final Seat alice;
    private final ChatClient witness;
    private final List<ChatClient> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean finished;

    Busy(Confab confab, Seat alice) {
        this.confab = confab;
        this.alice = alice;
        this.witness = enter(confab.gateway());
        for (int i = 0; i < WRITERS; i++) {
            writers.add(enter(i % 2 == 0 ? confab.gateway() : confab.otherGateway()));
        }
    }

    private ChatClient enter(String gateway) {
        ChatClient client = confab.connect(alice.person(), gateway);
        client.ask(Meeting.joining(alice)).expectOk();
        return client;
    }

    private ChatClient.Command message(String text) {
        return alice.writing().message(MessageId.next(), text);
    }

    /** Says so many things; returns when all are kept. */
    Busy say(int count) {
        List<CompletableFuture<Frame>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(writers.get(i % WRITERS).submit(message("past " + i)));
        }
        answers.forEach(answer -> answer.join().expectOk());
        return this;
    }

    /** Two more events: in a room somebody becomes moderator and the topic is another, in a conversation a message changes. */
    Busy change(Seat other) {
        switch (alice.writing().target()) {
            case Target.Room(var room) -> {
                Api owner = confab.api(alice.person());
                owner.put(
                                path(
                                        "/api/rooms/{}/moderators/{}",
                                        room,
                                        other.person().username()),
                                Map.of())
                        .expect(204);
                owner.patch(path("/api/rooms/{}", room), Map.of("topic", "What else happened"))
                        .expect(200);
            }
            case Target.Person _ -> {
                MessageRef first = Meeting.say(witness, alice, "helo");
                witness.ask(alice.writing().edit(first, "hello")).expectOk();
            }
        }
        return this;
    }

    /** Goes on saying things, as fast as they are kept; returns when it has begun. */
    Busy goOn() throws InterruptedException {
        var begun = new CountDownLatch(WRITERS);
        for (ChatClient writer : writers) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; !finished; i++) {
                    writer.ask(message("now " + i));
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
        witness.ask(message("the end")).expectOk();
        return this;
    }

    /** The positions of everything after the one given, as the witness has heard it live. */
    List<Long> after(long position) {
        return heardBy(witness).stream().filter(at -> at > position).toList();
    }

    /**
     * The positions of what a client has heard of the stream, up to the last word. What reached it of itself before it asked to
     * go on in a conversation is not counted: from where it asked on, everything comes in order.
     */
    List<Long> heardBy(ChatClient client) {
        List<Long> positions = new ArrayList<>();
        boolean mayStartAgain = alice.writing().target() instanceof Target.Person;
        while (true) {
            Frame heard = client.expect(told());
            if (mayStartAgain && !positions.isEmpty() && heard.position() <= positions.getLast()) {
                positions.clear();
                mayStartAgain = false;
            }
            positions.add(heard.position());
            if (heard.json().path("text").asText().equals("the end")) {
                return positions;
            }
        }
    }

    private FrameMatcher told() {
        return switch (alice.writing().target()) {
            case Target.Room(var room) -> FrameMatcher.told(room.value());
            case Target.Person _ -> FrameMatcher.toldInPrivate();
        };
    }

    @Override
    public void close() {
        finished = true;
    }
}
