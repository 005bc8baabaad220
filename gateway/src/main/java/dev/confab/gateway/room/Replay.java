package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Content;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.Timeline;
import java.util.List;
import java.util.Optional;

/** Events that were read out of the log once more, as somebody who was away is told them: without what was deleted since. */
public final class Replay {
    private final Stream stream;
    private final Ring events = new Ring(Integer.MAX_VALUE, Integer.MAX_VALUE, Position.NONE);
    private int size;

    /** @param stream knows what is void */
    public Replay(Stream stream) {
        this.stream = stream;
    }

    /** To be called in the log's order. */
    public void add(LoggedEvent logged, Frame frame) {
        if (!(logged.event() instanceof Timeline) || stream.isVoid(logged)) {
            return;
        }
        size++;
        if (logged.event() instanceof Content content) {
            if (content instanceof Content.Deleted deleted) {
                events.blank(deleted.about());
            }
            events.add(Ring.Entry.of(logged.position(), frame, content));
        } else {
            events.add(new Ring.Entry(logged.position(), frame, Optional.empty()));
        }
    }

    public int size() {
        return size;
    }

    public List<Frame> frames() {
        return events.after(Position.NONE).orElseThrow();
    }
}
