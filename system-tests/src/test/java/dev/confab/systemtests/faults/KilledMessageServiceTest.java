package dev.confab.systemtests.faults;

import static dev.confab.systemtests.client.ChatClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History.Stored;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database holds every acknowledged message once and in order, whatever happens to the service that writes it. */
@SystemTest
@Order(Faults.LAST)
class KilledMessageServiceTest {
    private static final int WRITERS = 20;
    private static final int MESSAGES_EACH = 250;

    @Test
    void shouldProjectEveryAcknowledgedMessageOnceAndInOrder(Confab confab) throws Exception {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "busy");
        var halfSent = new CountDownLatch(WRITERS * MESSAGES_EACH / 2);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writers = new ArrayList<Future<List<Kept>>>();
            for (int i = 0; i < WRITERS; i++) {
                ChatClient client = confab.connect(confab.person("writer" + i), gateway(confab, i));
                client.join(room);
                writers.add(threads.submit(writing(client, room, halfSent)));
            }
            // when
            halfSent.await();
            confab.stack().kill("message-service");
            List<Kept> acknowledged = all(writers);
            confab.stack().start("message-service");
            // then
            assertThat(acknowledged).hasSize(WRITERS * MESSAGES_EACH);
            List<Stored> history = confab.connect(owner).history(room).all();
            assertThat(history.stream().map(KilledMessageServiceTest::asKept)).isEqualTo(acknowledged);
            assertThat(new StoredMessages(confab.stack()).of(room)).isEqualTo(acknowledged);
        }
    }

    private static String gateway(Confab confab, int writer) {
        return writer % 2 == 0 ? confab.gateway() : confab.otherGateway();
    }

    private static Callable<List<Kept>> writing(ChatClient client, String room, CountDownLatch sent) {
        return () -> {
            var kept = new ArrayList<Kept>();
            String name = client.session().username();
            for (int i = 0; i < MESSAGES_EACH; i++) {
                MessageId id = MessageId.next();
                String text = name + " says " + i;
                kept.add(new Kept(send(client, room, id, text).position(), id.toString(), name, text));
                sent.countDown();
            }
            return kept;
        };
    }

    /** Sends until it is taken, as the web app does. */
    private static Frame send(ChatClient client, String room, MessageId id, String text) {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (true) {
            Frame answer = client.ask(message(room, id, text));
            if (answer.isOk() || System.nanoTime() > deadline) {
                return answer.expectOk();
            }
            answer.expectError(ErrorCode.RATE_LIMITED);
        }
    }

    private static List<Kept> all(List<Future<List<Kept>>> writers) throws InterruptedException, ExecutionException {
        var all = new ArrayList<Kept>();
        for (var writer : writers) {
            all.addAll(writer.get());
        }
        all.sort(Comparator.comparingLong(Kept::position));
        return all;
    }

    private static Kept asKept(Stored message) {
        return new Kept(message.position(), message.id(), message.from(), message.text());
    }
}
