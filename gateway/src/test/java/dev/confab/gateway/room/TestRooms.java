package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** Rooms of which nobody is told who is in them. */
public final class TestRooms {
    private TestRooms() {}

    /** @param ring events that each room remembers */
    public static Rooms remembering(int ring) {
        return new Rooms(config(ring), new MemoryBudget(1 << 30), new Unnoticed(), new SimpleMeterRegistry());
    }

    /** Conversations whose people are all here, and hear of nothing that they have not asked for. */
    public static Conversations conversations(int ring) {
        return new Conversations(config(ring), new MemoryBudget(1 << 30), new All(true), new SimpleMeterRegistry());
    }

    /** Conversations of people who are all somewhere else. */
    static Conversations conversationsOfOthers(int ring) {
        return new Conversations(config(ring), new MemoryBudget(1 << 30), new All(false), new SimpleMeterRegistry());
    }

    /** Both together. */
    public static Streams streams(Rooms rooms, Conversations conversations) {
        return new Streams(rooms, conversations);
    }

    static RoomConfig config(int events) {
        return new RoomConfig() {
            @Override
            public int events() {
                return events;
            }

            @Override
            public int bytes() {
                return 1 << 24;
            }

            @Override
            public long totalBytes() {
                return 1 << 30;
            }

            @Override
            public int conversations() {
                return 100;
            }

            @Override
            public int passedOver() {
                return 3;
            }

            @Override
            public int lookback() {
                return 0;
            }
        };
    }

    /** @param here or nobody */
    private record All(boolean here) implements PrivateConversation.Listeners {
        @Override
        public void deliver(StreamKey conversation, List<Frame> events, Fanout out) {}

        @Override
        public boolean areThere(StreamKey conversation) {
            return here;
        }
    }

    private static final class Unnoticed implements LocalPresence {
        @Override
        public void onCame(RoomName room, Username user) {}

        @Override
        public void onWent(RoomName room, Username user) {}
    }
}
