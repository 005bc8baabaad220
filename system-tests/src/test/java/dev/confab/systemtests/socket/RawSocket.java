package dev.confab.systemtests.socket;

import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket down to its bytes, for what no proper client sends. */
final class RawSocket implements AutoCloseable {
    static final int ABNORMAL = 1006;
    private static final int CLOSE = 0x8;

    private final Socket socket;
    private final DataInputStream in;

    RawSocket(String gateway, Session session) throws IOException {
        URI address = URI.create(gateway);
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        in = new DataInputStream(socket.getInputStream());
        write("""
                GET /ws HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Authorization: Bearer %s\r
                \r
                """.formatted(address.getAuthority(), session.accessToken()).getBytes(StandardCharsets.US_ASCII));
        skipHead();
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

    /** Reads on until the server ends the connection and returns why: 1006 if it just does. */
    int awaitEnd() throws IOException {
        try {
            return readClose();
        } catch (EOFException e) {
            return ABNORMAL;
        }
    }

    private int readClose() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0xf;
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] payload = in.readNBytes(length);
            if (opcode == CLOSE) {
                return ByteBuffer.wrap(payload).getShort();
            }
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
