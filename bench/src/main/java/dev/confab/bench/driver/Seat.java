package dev.confab.bench.driver;

/** One client's place in one room. Confined to the client's event loop while it is connected. */
final class Seat {
    private final Room room;
    private final String ticket;
    private long seen = -1;
    private long goal;
    private boolean joined;

    Seat(Room room, String ticket) {
        this.room = room;
        this.ticket = ticket;
    }

    Room room() {
        return room;
    }

    /** The command that enters the room: where this seat stood before, if it was there before. */
    String join() {
        joined = false;
        goal = seen < 0 ? -1 : room.head();
        var since = seen < 0 ? "" : ",\"since\":" + seen;
        return "{\"type\":\"join\",\"room\":\"%s\",\"ticket\":\"%s\"%s}".formatted(room.name(), ticket, since);
    }

    void onJoined(long position) {
        joined = true;
        if (seen < 0) {
            seen = position;
        }
    }

    /** @return whether the position follows those seen before */
    boolean onPosition(long position) {
        room.onPosition(position);
        boolean inOrder = position > seen;
        seen = Math.max(seen, position);
        return inOrder;
    }

    boolean isLive() {
        return joined && seen >= goal;
    }
}
