package dev.confab.gateway.socket;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.gateway.command.Commands;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.LimitsConfig;
import dev.confab.gateway.session.Sessions;
import dev.confab.gateway.web.Refusals;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerFrame;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/**
 * The WebSocket endpoint. Commands of one connection are answered when they are done; one that waits holds up only those
 * about the same room or conversation ({@link dev.confab.gateway.session.Turns}).
 */
@WebSocket(path = "/ws", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class ChatSocket {
    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final UserData.TypedKey<ClientSession> SESSION = new UserData.TypedKey<>("session");
    private static final UserData.TypedKey<SocketReceiver> RECEIVER = new UserData.TypedKey<>("receiver");

    private final Sessions sessions;
    private final Commands commands;
    private final Heartbeats heartbeats;
    private final SocketConfig config;
    private final LimitsConfig limits;
    private final LogEpoch epoch;
    private final EndedSessions endedSessions;
    private final SocketMetrics metrics;
    private final Refusals refusals;

    ChatSocket(
            Sessions sessions,
            Commands commands,
            Heartbeats heartbeats,
            SocketConfig config,
            LimitsConfig limits,
            LogEpoch epoch,
            EndedSessions endedSessions,
            SocketMetrics metrics,
            Refusals refusals) {
        this.sessions = sessions;
        this.commands = commands;
        this.heartbeats = heartbeats;
        this.config = config;
        this.limits = limits;
        this.epoch = epoch;
        this.endedSessions = endedSessions;
        this.metrics = metrics;
        this.refusals = refusals;
    }

    @OnOpen
    @NonBlocking
    void onOpen(WebSocketConnection connection) {
        Handshake.Admitted admitted = connection.userData().remove(Handshake.ADMITTED);
        admitted.forgetHandshake();
        SocketReceiver receiver = new SocketReceiver(admitted.channel(), connection, config, metrics);
        ClientSession session = new ClientSession(admitted.user(), admitted.session(), receiver, limits);
        connection.userData().put(SESSION, session);
        connection.userData().put(RECEIVER, receiver);
        FrameGuard.install(admitted.channel(), receiver);
        sessions.add(session);
        heartbeats.add(receiver);
        session.tell(new ServerFrame.Welcome(session.user(), session.session(), epoch.current()));
        if (endedSessions.contains(session.session())) {
            receiver.close(CloseCode.SESSION_ENDED); // between the handshake and now
        }
    }

    @OnTextMessage
    Uni<Void> onText(String text, WebSocketConnection connection) {
        ClientSession session = connection.userData().get(SESSION);
        SocketReceiver receiver = connection.userData().get(RECEIVER);
        if (receiver.isClosing()) {
            return Uni.createFrom().voidItem(); // a client may go on after it was told to go; nobody listens
        }
        receiver.onHeard();
        if (session.isFlooding()) {
            refusals.onFlood(session.user(), session.session());
            session.receiver().close(CloseCode.POLICY);
            return Uni.createFrom().voidItem();
        }
        return commands.onText(session, text);
    }

    @OnBinaryMessage
    @NonBlocking
    void onBinary(Buffer binary, WebSocketConnection connection) {
        connection.userData().get(SESSION).receiver().close(CloseCode.POLICY);
    }

    @OnPongMessage
    @NonBlocking
    void onPong(Buffer payload, WebSocketConnection connection) {
        connection.userData().get(RECEIVER).onHeard();
    }

    @OnClose
    @NonBlocking
    void onClose(WebSocketConnection connection) {
        ClientSession session = connection.userData().remove(SESSION);
        SocketReceiver receiver = connection.userData().remove(RECEIVER);
        if (session != null && receiver != null) {
            heartbeats.remove(receiver);
            sessions.remove(session);
            session.leaveAll();
        }
    }

    /**
     * Commands answer their own failures, so what comes here is a fault of the connection. A frame that is too big ends it
     * by itself; fragments that are too big together are only told of here, and what followed of them would be lost.
     */
    @OnError
    @NonBlocking
    void onError(Throwable failure, WebSocketConnection connection) {
        LOG.debugf(failure, "connection %s failed", connection.id());
        SocketReceiver receiver = connection.userData().get(RECEIVER);
        if (failure instanceof IllegalStateException && receiver != null) {
            receiver.close(CloseCode.TOO_BIG);
        }
    }
}
