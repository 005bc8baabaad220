package dev.confab.systemtests.chaos;

import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One of three brokers may go at any moment. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class KilledBrokerTest {
    private static final int ROOMS = 8;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    void shouldLoseNothingAndGoOnWhenABrokerIsKilled(Confab confab) {
        try (var chaos = new Chaos(confab, ROOMS, 6, 3).awaitEverybody()) {
            // given
            ChatClient writer = confab.connect(confab.person("writer"));
            chaos.rooms().forEach(writer::join);
            // when
            confab.stack().kill("kafka-2");
            // then
            long began = System.nanoTime();
            for (String room : chaos.rooms()) {
                send(writer, room);
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            System.out.println("every room took messages again " + waited + " after a broker was killed");
            assertThat(waited).isLessThan(LONGEST);
            chaos.check(List.of("kill kafka-2"));
        } finally {
            confab.stack().start("kafka-2");
        }
    }

    /** Nothing tells a frozen broker's clients that it is, while others lead its partitions. */
    @Test
    void shouldGoOnInEveryRoomWhileABrokerIsFrozen(Confab confab) {
        // given
        Session alice = confab.person("alice");
        ChatClient writer = confab.connect(alice);
        ChatClient reader = confab.connect(confab.person("bob"));
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            String room = confab.room(alice, "cold" + i);
            writer.join(room);
            reader.join(room);
            rooms.add(room);
        }
        // when
        confab.stack().pause("kafka-2");
        try {
            // then
            long began = System.nanoTime();
            rooms.forEach(room -> send(writer, room));
            rooms.forEach(room -> reader.expect(message("still there?")));
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            System.out.println("every room had messages again " + waited + " after a broker was frozen");
        } finally {
            confab.stack().resume("kafka-2");
        }
    }

    /** Were it acknowledged, it would be gone with that broker. */
    @Test
    void shouldAcknowledgeNothingThatOneBrokerAloneHas(Confab confab) {
        // given: rooms enough that some are led by the one that stays
        Session alice = confab.person("alice");
        ChatClient writer = confab.connect(alice);
        List<ChatClient.Command> messages = new ArrayList<>();
        for (int i = 0; i < 3 * ROOMS; i++) {
            String room = confab.room(alice, "copied" + i);
            writer.join(room).send("kept by all");
            messages.add(ChatClient.message(room, MessageId.next(), "kept by one"));
        }
        // when
        confab.stack().pause("kafka-2");
        confab.stack().pause("kafka-3");
        try {
            var answers = messages.stream().map(writer::submit).toList();
            // then
            assertThat(answers.stream().map(CompletableFuture::join)).noneMatch(Frame::isOk);
        } finally {
            confab.stack().resume("kafka-2");
            confab.stack().resume("kafka-3");
        }
        await().atMost(LONGEST)
                .until(() -> messages.stream()
                        .map(writer::submit)
                        .map(CompletableFuture::join)
                        .allMatch(Frame::isOk));
    }

    /** Until it is taken. */
    private static void send(ChatClient writer, String room) {
        var message = ChatClient.message(room, "still there?");
        long deadline = System.nanoTime() + LONGEST.toNanos();
        var answer = writer.ask(message);
        while (!answer.isOk() && System.nanoTime() < deadline) {
            answer = writer.ask(message);
        }
        answer.expectOk();
    }
}
