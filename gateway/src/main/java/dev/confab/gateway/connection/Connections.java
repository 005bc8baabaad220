package dev.confab.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what connections cost before anybody has signed in: how many one address may have, and how long a request may
 * take to arrive. Probes and metrics have a port of their own, which clients can't keep them from.
 */
@ApplicationScoped
public class Connections {
    private static final String EXTENSIONS = "io.netty.bootstrap.extensions";

    private static final ChannelHandler REFUSAL = new Refusal();

    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
    private final ConnectionConfig config;
    private final int managementPort;
    private final Pending pending;
    private final HttpServerOptions limits;
    private final Counter refused;
    private final Counter slow;

    Connections(
            ConnectionConfig config,
            @ConfigProperty(name = "quarkus.management.port") int managementPort,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size") MemorySize maxHeaderSize,
            Pending pending,
            MeterRegistry metrics) {
        this.config = config;
        this.managementPort = managementPort;
        this.pending = pending;
        this.limits = new HttpServerOptions().setMaxHeaderSize((int) maxHeaderSize.asLongValue());
        this.refused = metrics.counter("confab.connections.refused");
        this.slow = metrics.counter("confab.connections.slow");
    }

    /** Before the server listens: Netty looks for extensions when it makes its first server. */
    void onStart(@Observes @Priority(1) StartupEvent starting) {
        System.setProperty(EXTENSIONS, "serviceload");
        Accepted.connections = this;
    }

    /** The connection is a WebSocket from now on, which has bounds of its own. */
    public static void onUpgraded(Channel channel) {
        FirstBytes.remove(channel.pipeline());
    }

    private void onAccepted(Channel channel) {
        if (channel.localAddress() instanceof InetSocketAddress local && local.getPort() == managementPort) {
            return;
        }
        if (config.perAddress() > 0 && channel.remoteAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            int count = byAddress.merge(address, 1, Integer::sum);
            channel.closeFuture().addListener(closed -> onGone(address));
            if (count > config.perAddress()) {
                refused.increment();
                channel.pipeline().addFirst(REFUSAL);
                return;
            }
        }
        HttpConnection connection =
                new HttpConnection(channel, pending, config.answerWithin(), config.uploadWithin(), slow);
        FirstBytes.install(channel.pipeline(), connection, limits);
    }

    private void onGone(InetAddress address) {
        byAddress.computeIfPresent(address, (a, open) -> open == 1 ? null : open - 1);
    }

    /** Closes a connection before anybody serves it: as soon as it has an event loop, for else Netty logs it. */
    @ChannelHandler.Sharable
    private static final class Refusal extends ChannelHandlerAdapter {
        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            ChannelFuture _ = context.channel().close();
        }
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
