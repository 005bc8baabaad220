package dev.confab.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectionTest {
    private static final HttpServerOptions LIMITS = new HttpServerOptions();
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HALF = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n0123456789";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Pending pending = new Pending(new Bounds(), metrics);

    private record Bounds() implements ConnectionConfig {
        @Override
        public Duration answerWithin() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration uploadWithin() {
            return Duration.ofSeconds(300);
        }

        @Override
        public int perAddress() {
            return 0;
        }

        @Override
        public int max() {
            return 3;
        }

        @Override
        public MemorySize bodies() {
            return new MemorySize(BigInteger.valueOf(25));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "POST / HTTP/1.1\r\n", "POST / HTTP/1.1\r\nHost: a\r\nX: ", HALF})
    void shouldCutOffHalfARequestBehindOneThatIsAnswered(String half) {
        // given
        EmbeddedChannel client = connect();
        send(client, WHOLE + half);
        pass(client, 1);
        answer(client);
        // when
        pass(client, 29);
        boolean before = client.isOpen();
        pass(client, 2);
        // then
        assertThat(before).isTrue();
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void shouldNotCountWhatTricklesInForANewRequest() {
        // given
        EmbeddedChannel client = connect();
        // when
        for (int i = 0; i < 31; i++) {
            send(client, i == 0 ? HALF : "x");
            pass(client, 1);
        }
        // then
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void shouldLeaveAConnectionAloneThatHasBeenAnswered() {
        // given
        EmbeddedChannel client = connect();
        send(client, WHOLE);
        answer(client);
        // when
        pass(client, 60);
        // then
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void shouldGiveEachRequestItsOwnTime() {
        // given
        EmbeddedChannel client = connect();
        // when
        for (int i = 0; i < 3; i++) {
            send(client, WHOLE);
            pass(client, 20);
            answer(client);
        }
        // then
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void shouldCutOffWhoHasARequestWaitBehindAnAnswerThatDoesNotEnd() {
        // given
        EmbeddedChannel client = connect();
        send(client, WHOLE + WHOLE);
        client.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        // when
        pass(client, 31);
        // then
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void shouldCutOffWhoSendsWithoutWaitingForAnswers() {
        // given
        EmbeddedChannel client = connect();
        // when
        send(client, WHOLE.repeat(100));
        // then
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void shouldRefuseTheOldestHalfBodyForOneThatComes() {
        // given
        EmbeddedChannel first = connect();
        EmbeddedChannel second = connect();
        send(first, HALF);
        send(second, HALF);
        // when
        EmbeddedChannel third = connect();
        send(third, HALF);
        first.runPendingTasks();
        // then
        assertThat(received(first)).startsWith("HTTP/1.1 503");
        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
    }

    @Test
    void shouldRefuseABodyForWhichThereIsNoRoomLeft() {
        // given: one that is whole is not taken back
        EmbeddedChannel whole = connect();
        send(whole, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 25\r\n\r\n" + "x".repeat(25));
        EmbeddedChannel other = connect();
        // when
        send(other, HALF);
        // then
        assertThat(whole.isOpen()).isTrue();
        assertThat(received(other)).startsWith("HTTP/1.1 503");
        answer(whole);
        EmbeddedChannel later = connect();
        send(later, HALF);
        assertThat(later.isOpen()).isTrue();
    }

    @Test
    void shouldHaveTheOldestThatWaitsForItsClientMakeRoomForAnother() {
        // given
        EmbeddedChannel busy = connect();
        send(busy, WHOLE);
        EmbeddedChannel idle = connect();
        EmbeddedChannel other = connect();
        // when
        EmbeddedChannel newest = connect();
        idle.runPendingTasks();
        // then
        assertThat(idle.isOpen()).isFalse();
        assertThat(busy.isOpen()).isTrue();
        assertThat(other.isOpen()).isTrue();
        assertThat(newest.isOpen()).isTrue();
    }

    @Test
    void shouldHoldNothingOfAFileAndGiveItTime() {
        // given
        EmbeddedChannel uploading = connect();
        // when
        send(uploading, "POST /api/media?name=a HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n" + "x".repeat(50));
        pass(uploading, 60);
        send(uploading, "x".repeat(49));
        pass(uploading, 239);
        boolean before = uploading.isOpen();
        pass(uploading, 2);
        // then
        assertThat(before).isTrue();
        assertThat(uploading.isOpen()).isFalse();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel(false, false);
        channel.freezeTime();
        FirstBytes.install(
                channel.pipeline(),
                new HttpConnection(
                        channel,
                        pending,
                        new Bounds().answerWithin(),
                        new Bounds().uploadWithin(),
                        metrics.counter("slow")),
                LIMITS);
        channel.pipeline()
                .addLast("httpDecoder", new VertxHttpRequestDecoder(LIMITS))
                .addLast("httpEncoder", new HttpResponseEncoder())
                .addLast("handler", new ChannelInboundHandlerAdapter());
        try {
            channel.register();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        }
    }

    private static void answer(EmbeddedChannel channel) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    private static void pass(EmbeddedChannel channel, int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private static String received(EmbeddedChannel channel) {
        ByteBuf bytes = channel.readOutbound();
        return bytes == null ? "nothing" : bytes.toString(StandardCharsets.US_ASCII);
    }
}
