package dev.confab.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.websockets.next.WebSocketConnection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketReceiverTest {
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(60);

    @Test
    void shouldEndASilentConnectionThoughVertxWouldWaitUntilEverythingIsSent() {
        // given
        EmbeddedChannel channel = new EmbeddedChannel(new Waiting());
        SocketReceiver receiver =
                new SocketReceiver(channel, openConnection(), config(), new SocketMetrics(new SimpleMeterRegistry()));
        // when
        receiver.check(System.nanoTime() + CLOSE_AFTER.dividedBy(2).toNanos());
        assertThat(channel.isOpen()).isTrue();
        receiver.check(System.nanoTime() + CLOSE_AFTER.plusSeconds(1).toNanos());
        // then
        assertThat(channel.isOpen()).isFalse();
    }

    private static WebSocketConnection openConnection() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                SocketReceiverTest.class.getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (proxy, method, arguments) -> false);
    }

    private static SocketConfig config() {
        return (SocketConfig) Proxy.newProxyInstance(
                SocketReceiverTest.class.getClassLoader(),
                new Class<?>[] {SocketConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "closeAfter" -> CLOSE_AFTER;
                    case "pingAfter" -> CLOSE_AFTER.dividedBy(3);
                    default -> 100;
                });
    }

    /** As Vert.x does: a close waits for what was written before. */
    private static final class Waiting extends ChannelOutboundHandlerAdapter {
        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            // nobody reads, so that is for ever
        }
    }
}
