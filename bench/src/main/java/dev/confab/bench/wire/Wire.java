package dev.confab.bench.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** What is written in the WebSocket protocol (RFC 6455). A client's frames are masked with zeros, which changes nothing. */
public final class Wire {
    public static final int TEXT = 0x1;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private Wire() {}

    public static ByteBuf upgrade(ByteBufAllocator allocator, String host, String token) {
        return ascii(allocator, """
                GET /ws HTTP/1.1\r
                Host: %s\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Authorization: Bearer %s\r
                \r
                """.formatted(host, token));
    }

    public static ByteBuf text(ByteBufAllocator allocator, String json) {
        return frame(allocator, TEXT, json);
    }

    public static ByteBuf pong(ByteBufAllocator allocator) {
        return frame(allocator, PONG, "");
    }

    private static ByteBuf frame(ByteBufAllocator allocator, int opcode, String payload) {
        int length = payload.length();
        var buffer = allocator.buffer(length + 8);
        buffer.writeByte(FINAL | opcode);
        if (length < 126) {
            buffer.writeByte(MASKED | length);
        } else {
            buffer.writeByte(MASKED | 126).writeShort(length);
        }
        buffer.writeInt(0);
        buffer.writeCharSequence(payload, StandardCharsets.US_ASCII);
        return buffer;
    }

    /** What a server writes: not masked. */
    public static ByteBuf serverText(ByteBufAllocator allocator, String json) {
        int length = json.length();
        var buffer = allocator.buffer(length + 4);
        buffer.writeByte(FINAL | TEXT);
        if (length < 126) {
            buffer.writeByte(length);
        } else {
            buffer.writeByte(126).writeShort(length);
        }
        buffer.writeCharSequence(json, StandardCharsets.US_ASCII);
        return buffer;
    }

    private static ByteBuf ascii(ByteBufAllocator allocator, String text) {
        var buffer = allocator.buffer(text.length());
        buffer.writeCharSequence(text, StandardCharsets.US_ASCII);
        return buffer;
    }
}
