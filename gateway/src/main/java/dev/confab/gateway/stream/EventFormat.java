package dev.confab.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Frames as server-sent events: the type is their name, and where they have a position it makes their id. */
final class EventFormat implements Function<List<Frame>, ByteBuf> {
    /** Around the payload: names of fields, type and id. */
    private static final int HEAD = 160;

    private final Epoch epoch;

    /** @param epoch of the log that positions are of */
    EventFormat(Epoch epoch) {
        this.epoch = epoch;
    }

    /** Says nothing. */
    static ByteBuf comment() {
        return Unpooled.copiedBuffer(":\n\n", StandardCharsets.US_ASCII);
    }

    @Override
    public ByteBuf apply(List<Frame> frames) {
        int size = frames.stream().mapToInt(frame -> HEAD + frame.length()).sum();
        ByteBuf events = PooledByteBufAllocator.DEFAULT.directBuffer(size);
        frames.forEach(frame -> write(frame.text(), events));
        return events;
    }

    private void write(String payload, ByteBuf events) {
        JsonNode json = Json.read(payload, JsonNode.class);
        write(events, "event:", json.path("type").asText());
        if (json.has("position")) {
            write(events, "id:", LastEvent.id(epoch, json.path("position").asText()));
        }
        // which JSON has between its tokens only
        write(events, "data:", payload.replace('\n', ' ').replace('\r', ' '));
        events.writeByte('\n');
    }

    private static void write(ByteBuf events, String field, String value) {
        ByteBufUtil.writeAscii(events, field);
        ByteBufUtil.writeUtf8(events, value);
        events.writeByte('\n');
    }
}
