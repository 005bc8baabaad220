package dev.confab.systemtests.client;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One WebSocket: whole texts in, whole texts out, and how it ended. Sending is possible from any thread. */
final class Socket implements WebSocket.Listener {
    /** As RFC 6455 calls an end without a close frame. */
    static final int ABNORMAL = 1006;

    /** Who hears of what comes. */
    interface Hearer {
        void onText(String text);

        /** Told once, or twice when an error follows; the first is what counts. */
        void onClose(int code);
    }

    private final Hearer hearer;
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket webSocket;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    Socket(Hearer hearer) {
        this.hearer = hearer;
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            webSocket = opened;
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            hearer.onText(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        hearer.onClose(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        hearer.onClose(ABNORMAL);
    }

    synchronized void send(String message) {
        then(socket -> socket.sendText(message, true));
    }

    synchronized void sendBytes(byte[] bytes) {
        then(socket -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** One send at a time is all that the JDK's socket takes; a failed one is told by the end of the socket. */
    private void then(java.util.function.Function<WebSocket, CompletionStage<WebSocket>> send) {
        WebSocket open = webSocket;
        if (open == null) {
            throw new IllegalStateException("not open yet");
        }
        lastSend = lastSend.handle((done, failed) -> null).thenCompose(ready -> send.apply(open));
    }

    /** Says goodbye, or just goes if that takes long. */
    void close() {
        WebSocket open;
        synchronized (this) {
            open = webSocket;
        }
        if (open == null || open.isOutputClosed()) {
            return;
        }
        try {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            open.abort();
        }
    }

    /** Goes without a word, as a client that lost its network. */
    synchronized void abort() {
        if (webSocket != null) {
            webSocket.abort();
        }
    }
}
