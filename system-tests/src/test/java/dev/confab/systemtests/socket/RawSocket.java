package dev.confab.systemtests.socket;

import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A WebSocket down to its bytes, for what no proper client sends. */
final class RawSocket implements AutoCloseable {
    static final int ABNORMAL = 1006;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xa;

    private static final int FINAL = 0x80;
    private static final int NO_STATUS = 1005;

    private final Socket socket;
    private final DataInputStream in;

    /** What came in one frame. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** 1005, as the standard calls it, if there is none. */
        int closeCode() {
            return payload.length < 2 ? NO_STATUS : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    RawSocket(String gateway, Session session) throws IOException {
        this(gateway, session, 0);
    }

    /** @param window bytes that the system takes in for a client that does not read; 0 for what is usual */
    RawSocket(String gateway, Session session, int window) throws IOException {
        URI address = URI.create(gateway);
        socket = new Socket();
        if (window > 0) {
            socket.setReceiveBufferSize(window);
        }
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        in = new DataInputStream(socket.getInputStream());
        write(handshake("GET /ws", gateway, "Authorization: Bearer " + session.accessToken()));
        skipHead();
    }

    /**
     * The head of a request that asks for a WebSocket.
     *
     * @param request such as {@code GET /ws}
     * @param more headers, {@code \r\n} between them
     */
    static byte[] handshake(String request, String gateway, String more) {
        return """
                %s HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                %s\r
                \r
                """.formatted(request, URI.create(gateway).getAuthority(), more).getBytes(StandardCharsets.US_ASCII);
    }

    /** The beginning of an unmasked or masked frame: what follows is the caller's to send, or not. */
    RawSocket write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The head of one text frame that says how long it will be. */
    static byte[] headOfText(long length, boolean masked) {
        return ByteBuffer.allocate(masked ? 14 : 10)
                .put((byte) 0x81)
                .put((byte) (masked ? 0xff : 0x7f))
                .putLong(length)
                .array();
    }

    /** A whole, final, masked frame. */
    static byte[] frame(int opcode, byte[] payload) {
        return frame(FINAL | opcode, payload, true);
    }

    static byte[] text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One of several that are a message together. */
    static byte[] fragment(int opcode, byte[] payload) {
        return frame(opcode, payload, true);
    }

    /** @param first the first byte: final or not, reserved bits, opcode */
    static byte[] frame(int first, byte[] payload, boolean masked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int mask = masked ? 0x80 : 0;
        bytes.write(first);
        if (payload.length < 126) {
            bytes.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            bytes.write(mask | 126);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            bytes.write(mask | 127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        if (masked) {
            bytes.writeBytes(new byte[] {1, 2, 3, 4});
        }
        for (int i = 0; i < payload.length; i++) {
            bytes.write(masked ? payload[i] ^ (i % 4 + 1) : payload[i]);
        }
        return bytes.toByteArray();
    }

    Received read() throws IOException {
        int opcode = in.readUnsignedByte() & 0xf;
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        return new Received(opcode, in.readNBytes(length));
    }

    /** Reads on until a frame of that kind. */
    Received await(int opcode) throws IOException {
        while (true) {
            Received received = read();
            if (received.opcode() == opcode) {
                return received;
            }
            if (received.opcode() == CLOSE) {
                throw new IOException("closed with " + received.closeCode());
            }
        }
    }

    /** Reads on until a text that contains this. */
    Received awaitText(String part) throws IOException {
        while (true) {
            Received received = await(TEXT);
            if (received.text().contains(part)) {
                return received;
            }
        }
    }

    /** Reads on until the server ends the connection and returns why: 1006 if it just does. */
    int awaitEnd() throws IOException {
        Instant until = Instant.now().plus(Patience.LIMIT);
        try {
            while (Instant.now().isBefore(until)) {
                Received received = read();
                if (received.opcode() == CLOSE) {
                    return received.closeCode();
                }
            }
            throw new AssertionError("the connection is still open");
        } catch (EOFException | SocketException e) {
            return ABNORMAL;
        }
    }

    private void skipHead() throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.readUnsignedByte();
            if (next == '\n') {
                newlines++;
            } else if (next != '\r') {
                newlines = 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
