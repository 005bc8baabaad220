package dev.confab.systemtests.client;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How to open a WebSocket: with which identity and which headers. Immutable. */
public final class Handshake {
    private final String address;
    private final Map<String, String> headers;
    private final Ear ear;

    private Handshake(String address, Map<String, String> headers, Ear ear) {
        this.address = address;
        this.headers = headers;
        this.ear = ear;
    }

    /** @param address of a gateway, such as {@code http://localhost:8080}; carries no identity yet */
    public static Handshake at(String address) {
        return new Handshake(address, Map.of(), Ear.DEAF);
    }

    public Handshake bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Handshake cookies(Cookies cookies) {
        return with("Cookie", cookies.header());
    }

    public Handshake origin(String origin) {
        return with("Origin", origin);
    }

    /** Somebody who hears everything that comes, as it comes, before the client's inbox does. */
    public Handshake hearing(Ear listener) {
        return new Handshake(address, headers, listener);
    }

    private Handshake with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Handshake(address, all, ear);
    }

    /** Opens the socket and waits to be welcomed. */
    public ChatClient connect(Session session) {
        var client = new ChatClient(address, session, ear);
        try {
            open(client.socket());
        } catch (ExecutionException e) {
            throw new AssertionError("the handshake failed: " + e.getCause(), e);
        }
        client.awaitWelcome();
        return client;
    }

    /** The HTTP status with which the socket is refused; fails if it is not. */
    public int refusal() {
        var socket = new Socket(new Deaf());
        try {
            open(socket);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw new AssertionError("the handshake was not answered", e);
        }
        socket.close();
        throw new AssertionError("the socket was opened");
    }

    private void open(Socket socket) throws ExecutionException {
        var builder = Http.CLIENT.newWebSocketBuilder().connectTimeout(Patience.LIMIT);
        headers.forEach(builder::header);
        var uri = URI.create(address.replaceFirst("^http", "ws") + "/ws");
        try {
            builder.buildAsync(uri, socket).get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("the handshake was not answered in time", e);
        }
    }

    private record Deaf() implements Socket.Hearer {
        @Override
        public void onText(String text) {}

        @Override
        public void onClose(int code) {}
    }
}
