package dev.confab.gateway.room;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Rooms of which nobody is told who is in them. */
public final class TestRooms {
    private TestRooms() {}

    /** @param ring events that each room remembers */
    public static Rooms remembering(int ring) {
        return new Rooms(config(ring), new Unnoticed(), new SimpleMeterRegistry());
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
            public int lookback() {
                return 0;
            }
        };
    }

    private static final class Unnoticed implements LocalPresence {
        @Override
        public void onCame(RoomName room, Username user) {}

        @Override
        public void onWent(RoomName room, Username user) {}
    }
}
