package dev.confab.gateway.fanout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confab.protocol.Content;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The JSON of one text frame, as every receiver gets it. Made once per event; receivers share its bytes.
 *
 * <p>On the wire a frame of a server is a header of 2, 4 or 10 bytes (RFC 6455, section 5.2: final text frame, not
 * masked) and the payload, so several frames can go out as one buffer.
 */
public final class Frame {
    private static final int FINAL_TEXT = 0x81;
    private static final int MAX_HEADER = 10;

    private final byte[] json;
    private final boolean losable;

    private Frame(byte[] json, boolean losable) {
        this.json = json;
        this.losable = losable;
    }

    public static Frame of(ServerFrame frame) {
        boolean losable = switch (frame) {
            case ServerFrame.Reply _ -> false;
            case ServerFrame.Ephemeral _ -> true;
        };
        return new Frame(Json.bytes(frame), losable);
    }

    /** A record of the log with its position and time put in front: bytes joined, nothing parsed, nothing written anew. */
    public static Frame of(Position position, Instant at, byte[] recordValue) {
        byte[] head = ("{\"position\":" + position + ",\"at\":\"" + at + "\",").getBytes(StandardCharsets.US_ASCII);
        byte[] json = new byte[head.length + recordValue.length - 1];
        System.arraycopy(head, 0, json, 0, head.length);
        System.arraycopy(recordValue, 1, json, head.length, recordValue.length - 1);
        return new Frame(json, false);
    }

    /** A frame that was made elsewhere. */
    public static Frame ofJson(String json) {
        return new Frame(json.getBytes(StandardCharsets.UTF_8), false);
    }

    /** The same without what somebody wrote, for a message that was deleted. */
    public Frame withoutText() {
        return new Frame(Json.bytes(Content.Posted.withoutWritten(Json.read(json, ObjectNode.class))), losable);
    }

    /** Whether a client that reads too slowly may do without it. */
    public boolean isLosable() {
        return losable;
    }

    /** Length of the payload in bytes. */
    public int length() {
        return json.length;
    }

    /** The payload as text. */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    int maxWireLength() {
        return MAX_HEADER + json.length;
    }

    void writeTo(ByteBuf buffer) {
        buffer.writeByte(FINAL_TEXT);
        if (json.length < 126) {
            buffer.writeByte(json.length);
        } else if (json.length < 65_536) {
            buffer.writeByte(126).writeShort(json.length);
        } else {
            buffer.writeByte(127).writeLong(json.length);
        }
        buffer.writeBytes(json);
    }
}
