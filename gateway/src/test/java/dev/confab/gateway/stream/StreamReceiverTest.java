package dev.confab.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.web.Channels;
import dev.confab.protocol.Epoch;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real connections: what a reader that does not read costs, and how it ends. */
class StreamReceiverTest {
    private static final int CLOSE_ABOVE = 1 << 20;
    private static final String LONG = "x".repeat(16_000);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<StreamReceiver> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final EventFormat format = new EventFormat(new Epoch("log"));
    private final AtomicInteger encoded = new AtomicInteger();
    private Duration stalledAfter = Duration.ofMinutes(1);
    private Duration keepAlive = Duration.ofMinutes(1);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldCutOffWhoDoesNotReadAndKeepNothingForThem() throws Exception {
        // given
        Frames frames = Frames.encode(List.of(frame()));
        ByteBuf shared = frames.encoded(format);
        try (Socket deaf = connect()) {
            StreamReceiver receiver = opened.join();
            // when
            int taken = 0;
            while (on(receiver, () -> receiver.write(frames))) {
                taken++;
            }
            // then
            assertThat(taken * LONG.length()).isBetween(CLOSE_ABOVE / 2, 16 * CLOSE_ABOVE);
            frames.release();
            await().until(() -> gone.isDone() && shared.refCnt() == 1);
            shared.release();
            assertThat(isEnded(deaf)).isTrue();
        }
    }

    @Test
    void shouldCutOffWhoTakesNothingForLongThoughLittleWaits() throws Exception {
        // given
        stalledAfter = Duration.ofMillis(200);
        keepAlive = Duration.ofMillis(50);
        Frames frames = Frames.encode(List.of(frame()));
        try (Socket deaf = connect()) {
            StreamReceiver receiver = opened.join();
            // when
            while (on(receiver, () -> receiver.waiting() == 0)) {
                on(receiver, () -> receiver.write(frames));
            }
            // then
            await().until(gone::isDone);
            assertThat(isEnded(deaf)).isTrue();
        }
        frames.release();
    }

    @Test
    void shouldShareTheBytesOfAnEventAmongAllStreams() throws Exception {
        // given
        Frames frames = Frames.encode(List.of(frame()));
        // when
        ByteBuf one = frames.encoded(this::counted);
        ByteBuf other = frames.encoded(this::counted);
        // then
        assertThat(encoded).hasValue(1);
        assertThat(one.memoryAddress()).isEqualTo(other.memoryAddress());
        one.release();
        other.release();
        frames.release();
        assertThat(one.refCnt()).isZero();
    }

    @Test
    void shouldEndAfterWhatWasWrittenWhenItsReaderIsPutOut() throws Exception {
        // given
        Frames frames = Frames.encode(List.of(Frame.ofJson("{\"type\":\"kicked\"}")));
        try (Socket reader = connect()) {
            StreamReceiver receiver = opened.join();
            // when
            on(receiver, () -> receiver.write(frames));
            on(receiver, () -> {
                receiver.onEvicted();
                return true;
            });
            // then
            String answer = new String(readAll(reader), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("data:{\"type\":\"kicked\"}\n\n")
                    .endsWith("0\r\n\r\n");
            assertThat(on(receiver, () -> receiver.write(frames))).isFalse();
        }
        frames.release();
    }

    @Test
    void shouldSayWhenAllThatWasWrittenIsOnItsWay() throws Exception {
        // given
        Frames frames = Frames.encode(List.of(frame()));
        try (Socket slow = connect()) {
            StreamReceiver receiver = opened.join();
            while (on(receiver, () -> receiver.waiting() == 0)) {
                on(receiver, () -> receiver.write(frames));
            }
            CompletableFuture<Boolean> sent = new CompletableFuture<>();
            on(receiver, () -> {
                receiver.whenSent(() -> sent.complete(true));
                return true;
            });
            assertThat(sent).isNotDone();
            // when
            Thread.ofVirtual().start(() -> readOn(slow));
            // then
            assertThat(sent.join()).isTrue();
        }
        frames.release();
    }

    private ByteBuf counted(List<Frame> frames) {
        encoded.incrementAndGet();
        return format.apply(frames);
    }

    private static Frame frame() {
        return Frame.ofJson("{\"type\":\"message\",\"position\":1,\"text\":\"" + LONG + "\"}");
    }

    private Socket connect() throws IOException {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::open)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", server.actualPort()));
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void open(HttpServerRequest request) {
        request.response().setChunked(true).endHandler(over -> gone.complete(null));
        StreamReceiver receiver = new StreamReceiver(
                Channels.of(request).eventLoop(),
                request.response(),
                () -> Channels.abort(Channels.of(request)),
                format,
                config());
        receiver.start();
        opened.complete(receiver);
    }

    private StreamConfig config() {
        return TestStreams.config(10, 10, 10, CLOSE_ABOVE, stalledAfter, keepAlive);
    }

    private static boolean on(StreamReceiver receiver, Callable<Boolean> what) throws Exception {
        return receiver.loop().submit(what).get();
    }

    /** Whether the connection ends; what had come before is read. */
    private static boolean isEnded(Socket socket) {
        try {
            readAll(socket);
            return true;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    private static void readOn(Socket socket) {
        try {
            readAll(socket);
        } catch (IOException closed) {
            // at the end of the test
        }
    }
}
