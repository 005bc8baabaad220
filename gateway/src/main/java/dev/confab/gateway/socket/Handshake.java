package dev.confab.gateway.socket;

import dev.confab.gateway.operations.Gate;
import dev.confab.gateway.session.Sessions;
import dev.confab.gateway.web.Channels;
import dev.confab.gateway.web.Origins;
import dev.confab.gateway.web.Refusals;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a connection in or not: 403 for a foreign origin, 503 while this gateway is full or not ready, 401 without a valid
 * token. It also takes hold of the connection's channel, which later writes go to.
 */
@ApplicationScoped
public class Handshake implements HttpUpgradeCheck {
    private static final String PATH = "/ws";
    private static final String ROUTING = "confab.handshake";

    /** Of what a request says, all that is still of use once it is known who sent it. */
    private static final Set<String> FOR_THE_UPGRADE = Set.of(
            "host",
            "connection",
            "upgrade",
            "sec-websocket-version",
            "sec-websocket-key",
            "sec-websocket-protocol",
            "sec-websocket-extensions");

    /** Who was let in, and by which request. */
    record Admitted(Username user, SessionId session, HttpServerRequest request) {
        Channel channel() {
            return Channels.of(request);
        }

        /**
         * Lets go of what has served the handshake and would else be kept for as long as the connection: headers, and HTTP's
         * timer for idle connections, in place of which there are {@link Heartbeats}. On the connection's event loop, once it
         * is open.
         */
        void forgetHandshake() {
            request.headers().clear();
            ChannelPipeline pipeline = channel().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
        }
    }

    static final UserData.TypedKey<Admitted> ADMITTED = new UserData.TypedKey<>("admitted");

    private final Origins origins;
    private final Sessions sessions;
    private final SocketConfig config;
    private final Gate gate;
    private final Refusals refusals;

    Handshake(Origins origins, Sessions sessions, SocketConfig config, Gate gate, Refusals refusals) {
        this.origins = origins;
        this.refusals = refusals;
        this.sessions = sessions;
        this.config = config;
        this.gate = gate;
    }

    /** Keeps hold of what Quarkus hangs the handshake on, which a check is not shown. */
    void mount(@Observes Router router) {
        router.route(PATH).order(Integer.MIN_VALUE).handler(routing -> {
            ContextLocals.put(ROUTING, routing);
            routing.next();
        });
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (origins.isForeign(context.httpRequest())) {
            refusals.onForeign(context.httpRequest());
            return CheckResult.rejectUpgrade(403);
        }
        if (!gate.isOpen() || sessions.count() >= config.max()) {
            return CheckResult.rejectUpgrade(503);
        }
        return context.securityIdentity()
                // who has left since can't be upgraded, which would be logged as an error
                .chain(identity -> Channels.of(context.httpRequest()).isOpen()
                        ? admit(identity, context)
                        : Uni.createFrom().nothing())
                // a bad token has been answered by then, and an answer given twice is logged as an error, too
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(Uni.createFrom().nothing());
    }

    private static Uni<CheckResult> admit(SecurityIdentity identity, HttpUpgradeContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return CheckResult.rejectUpgrade(401);
        }
        String session = token.getClaim("sid");
        if (session == null) {
            return CheckResult.rejectUpgrade(401);
        }
        Username user = new Username(token.getName());
        HttpServerRequest request = context.httpRequest();
        context.userData().put(ADMITTED, new Admitted(user, new SessionId(session), request));
        Set.copyOf(request.headers().names()).stream()
                .filter(name -> !FOR_THE_UPGRADE.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(request.headers()::remove);
        forgetToken(routing());
        return CheckResult.permitUpgrade();
    }

    /**
     * Else Quarkus keeps the verified token, and all of the handshake with it, for as long as the connection: 4 KB. Nothing
     * asks for it again: whose the connection is says its {@link dev.confab.gateway.session.ClientSession}, and what ends it
     * is the end of the session, not of the token.
     */
    private static void forgetToken(RoutingContext routing) {
        routing.userContext().clear();
        routing.data().remove(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
    }

    private static RoutingContext routing() {
        RoutingContext routing = ContextLocals.<RoutingContext>get(ROUTING).orElseThrow();
        ContextLocals.remove(ROUTING);
        return routing;
    }
}
