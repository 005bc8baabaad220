package dev.confab.gateway.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that keeps what it gets, decoded from the very bytes of the wire. */
public final class RecordingReceiver implements Receiver {
    private final EventLoop loop;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile Optional<CloseCode> closed = Optional.empty();
    private volatile List<String> putOutAfter = List.of();
    private volatile int flushes;
    private volatile boolean slow;

    public RecordingReceiver(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public boolean write(Frames written) {
        if (slow && written.areLosable()) {
            return false;
        }
        ByteBuf buffer = written.wire();
        try {
            while (buffer.isReadable()) {
                buffer.skipBytes(1);
                int length = buffer.readUnsignedByte();
                int payload = length == 126 ? buffer.readUnsignedShort() : length;
                frames.add(parse(ByteBufUtil.getBytes(buffer.readSlice(payload))));
            }
        } finally {
            buffer.release();
        }
        return true;
    }

    /** From now on it loses what may be lost, or no longer. */
    void slow(boolean reading) {
        slow = reading;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void flush() {
        flushes++;
    }

    @Override
    public void onEvicted() {
        putOutAfter = types();
    }

    @Override
    public void close(CloseCode why) {
        closed = Optional.of(why);
    }

    public List<Long> positions() {
        return frames.stream()
                .filter(frame ->
                        frame.has("position") && frame.path("type").asText().equals("message"))
                .map(frame -> frame.path("position").asLong())
                .toList();
    }

    public List<String> types() {
        return frames.stream().map(frame -> frame.path("type").asText()).toList();
    }

    public List<JsonNode> frames() {
        return frames;
    }

    /** What had come when it was put out. */
    List<String> putOutAfter() {
        return putOutAfter;
    }

    int flushes() {
        return flushes;
    }

    Optional<CloseCode> closed() {
        return closed;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return Json.mapper().readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
