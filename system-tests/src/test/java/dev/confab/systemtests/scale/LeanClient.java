package dev.confab.systemtests.scale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A client that costs next to nothing, for tests with thousands: a virtual thread that reads frames, counts their bytes and
 * keeps the last answer to a join, the last message and the last number of people.
 */
final class LeanClient implements AutoCloseable {
    private static final byte[] MASK = {0, 0, 0, 0};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final LongAdder bytes;
    private volatile CompletableFuture<JsonNode> joined = new CompletableFuture<>();
    private volatile String lastMessage = "";
    private volatile String lastCrowd = "";
    private volatile int messages;

    /** @param bytes is added to for every byte of every frame */
    LeanClient(String gateway, Session session, LongAdder bytes) throws IOException {
        URI address = URI.create(gateway);
        this.bytes = bytes;
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) Patience.LIMIT.multipliedBy(10).toMillis());
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1_024));
        out = socket.getOutputStream();
        out.write("""
                GET /ws HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Authorization: Bearer %s\r
                \r
                """.formatted(address.getAuthority(), session.accessToken()).getBytes(StandardCharsets.US_ASCII));
        requireUpgrade();
        Thread.ofVirtual().start(this::read);
    }

    /** Asks to join; {@link #awaitIn} has the answer. */
    LeanClient join(String room, Optional<String> ticket, Optional<Long> since) throws IOException {
        joined = new CompletableFuture<>();
        send(Json.text(new ClientCommand.Join(
                Optional.of("j"),
                new Target.Room(new RoomName(room)),
                Optional.empty(),
                ticket,
                since.map(Position::new),
                Optional.empty())));
        return this;
    }

    /** The answer to the last join, once it is there. */
    JsonNode awaitIn() {
        JsonNode answer =
                joined.orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        if (!answer.path("type").asText().equals("ok")) {
            throw new AssertionError("refused: " + answer);
        }
        return answer;
    }

    int messages() {
        return messages;
    }

    String lastMessage() {
        return lastMessage;
    }

    String lastCrowd() {
        return lastCrowd;
    }

    private synchronized void send(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        }
        frame.put(MASK).put(payload);
        out.write(frame.array(), 0, frame.position());
    }

    private void read() {
        try {
            while (true) {
                in.readUnsignedByte();
                int length = in.readUnsignedByte();
                int header = 2;
                if (length == 126) {
                    length = in.readUnsignedShort();
                    header = 4;
                } else if (length == 127) {
                    length = (int) in.readLong();
                    header = 10;
                }
                bytes.add(header + length);
                onText(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // closed, by whomever
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by the one reader
    private void onText(String text) {
        if (text.startsWith("{\"type\":\"ok\"") || text.startsWith("{\"type\":\"error\"")) {
            joined.complete(Json.read(text, JsonNode.class));
        } else if (text.startsWith("{\"position\":") && text.contains("\"type\":\"message\"")) {
            messages++;
            lastMessage = text;
        } else if (text.startsWith("{\"type\":\"crowd\"")) {
            lastCrowd = text;
        }
    }

    private void requireUpgrade() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
