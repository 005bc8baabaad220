package dev.confab.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Json;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Passes a room's events into a stream; the stream is bounded and ends if it is not read fast enough. */
final class StreamReceiver implements Receiver {
    private final EventLoop loop;
    private final MultiEmitter<? super OutboundSseEvent> stream;
    private final Demand demand;
    private final String epoch;
    private final Sse sse;

    /** @param epoch of the log that positions are of */
    StreamReceiver(
            EventLoop loop, MultiEmitter<? super OutboundSseEvent> stream, Demand demand, String epoch, Sse sse) {
        this.loop = loop;
        this.stream = stream;
        this.demand = demand;
        this.epoch = epoch;
        this.sse = sse;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public boolean write(Frames frames, Loss loss) {
        if (loss == Loss.CLOSE) {
            frames.list().stream().map(this::event).forEach(this::emit);
        }
        return true;
    }

    @Override
    public void flush() {
        // what was emitted is on its way
    }

    @Override
    public void whenSent(Runnable then) {
        demand.whenTaken(then);
    }

    @Override
    public void close(CloseCode why) {
        stream.complete();
    }

    /** Says nothing, so that whoever is in between does not think the connection idle. */
    void keepAlive() {
        emit(sse.newEventBuilder().comment("").build());
    }

    private void emit(OutboundSseEvent event) {
        demand.onGiven();
        stream.emit(event);
    }

    private OutboundSseEvent event(Frame frame) {
        JsonNode json = Json.read(frame.text(), JsonNode.class);
        OutboundSseEvent.Builder event =
                sse.newEventBuilder().name(json.path("type").asText()).data(frame.text());
        if (json.has("position")) {
            event.id(LastEvent.id(epoch, json.path("position").asText()));
        }
        return event.build();
    }
}
