package dev.confab.gateway.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what connections cost before anybody has signed in: how many one address may have, and how long a request may
 * take to arrive.
 */
@ApplicationScoped
public class Connections {
    private static final String EXTENSIONS = "io.netty.bootstrap.extensions";

    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final ConnectionConfig config;
    private final Counter refused;
    private final Counter slow;

    Connections(ConnectionConfig config, MeterRegistry metrics) {
        this.config = config;
        this.refused = metrics.counter("confab.connections.refused");
        this.slow = metrics.counter("confab.connections.slow");
    }

    /** Before the server listens: Netty looks for extensions when it makes its first server. */
    void onStart(@Observes @Priority(1) StartupEvent starting) {
        System.setProperty(EXTENSIONS, "serviceload");
        Accepted.connections = this;
    }

    private void onAccepted(Channel channel) {
        if (config.perAddress() > 0 && channel.remoteAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            int count = byAddress.merge(address, 1, Integer::sum);
            if (count > config.perAddress()) {
                // closed before anybody serves it, it never tells that it is
                onGone(address);
                refused.increment();
                channel.unsafe().closeForcibly();
                return;
            }
            channel.closeFuture().addListener(closed -> onGone(address));
        }
        channel.pipeline().addLast(AnswerDeadline.NAME, new AnswerDeadline(config.answerWithin(), slow));
    }

    private void onGone(InetAddress address) {
        byAddress.computeIfPresent(address, (a, open) -> open == 1 ? null : open - 1);
    }

    /** Found by Netty, which makes one of its own. */
    public static final class Accepted extends ChannelInitializerExtension {
        private static volatile @Nullable Connections connections;

        @Override
        public void postInitializeServerChildChannel(Channel channel) {
            Connections known = connections;
            if (known != null) {
                known.onAccepted(channel);
            }
        }
    }
}
