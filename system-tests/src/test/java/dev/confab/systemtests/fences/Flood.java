package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.FrameMatcher.frame;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.fences.Witness.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Somebody with several sockets at every gateway, who writes into a room through all of them at once. */
final class Flood implements AutoCloseable {
    private static final int SOCKETS_AT_EACH = 2;

    private final List<ChatClient> sockets = new ArrayList<>();
    private final List<Future<Frame>> writing = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Flood(Confab confab, Session who) {
        for (int gateway = 1; gateway <= 3; gateway++) {
            for (int i = 0; i < SOCKETS_AT_EACH; i++) {
                sockets.add(confab.connect(who, confab.gateway(gateway)));
            }
        }
    }

    void join(String room) {
        sockets.forEach(socket -> socket.join(room));
    }

    /** Every socket writes one message after the other until it is out of the room. */
    void begin(String room) {
        sockets.forEach(socket -> writing.add(threads.submit(() -> {
            Frame answer = socket.ask(message(room, "buy this"));
            while (answer.isOk() || isRefusedForNow(answer)) {
                answer = socket.ask(message(room, "buy this"));
            }
            return answer;
        })));
    }

    /** Returns when no message of theirs is under way any more. */
    void awaitEnd() throws ExecutionException, InterruptedException {
        for (Future<Frame> one : writing) {
            one.get();
        }
        writing.clear();
    }

    /** For each socket, the position at which it was put out of the room, and when it was told. */
    List<Future<Seen>> told(String farewell, String room) {
        return sockets.stream()
                .map(socket -> threads.submit(() -> {
                    long position = socket.expect(frame(farewell).in(room)).position();
                    return new Seen(position, System.nanoTime());
                }))
                .toList();
    }

    private static boolean isRefusedForNow(Frame answer) {
        return answer.json().path("code").asText().equals(ErrorCode.RATE_LIMITED.wire());
    }

    @Override
    public void close() {
        threads.close();
    }
}
