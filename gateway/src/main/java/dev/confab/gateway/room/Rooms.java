package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** Every room that this gateway has heard of. */
@ApplicationScoped
public class Rooms {
    private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();
    private final RoomConfig config;
    private final MemoryBudget budget;
    private final LocalPresence presence;
    private final Counter voids;
    private volatile ToLongFunction<RoomName> floors = room -> -1;

    Rooms(RoomConfig config, LocalPresence presence, MeterRegistry metrics) {
        this.config = config;
        this.presence = presence;
        this.budget = new MemoryBudget(config.totalBytes());
        this.voids = metrics.counter("confab.events.void");
        metrics.gauge("confab.ring.bytes", budget, MemoryBudget::used);
        metrics.gaugeMapSize("confab.rooms", List.of(), rooms);
    }

    /** The room of that name, known or not; whether it exists is what its {@link Room#state()} says. */
    public Room get(RoomName name) {
        return rooms.computeIfAbsent(
                name, n -> new Room(n, new Position(floors.applyAsLong(n)), config, budget, presence));
    }

    public Optional<Room> find(RoomName name) {
        return Optional.ofNullable(rooms.get(name));
    }

    public void onState(RoomName name, Optional<RoomState> state) {
        get(name).onState(state);
    }

    /**
     * The log is going to be read now: rooms take their fences from their states, unless these are of another log. Then
     * room-service is about to tell this one of them again.
     *
     * @param epoch of the log
     * @param floors the last position of a room that is not going to be read
     */
    public void startReading(String epoch, ToLongFunction<RoomName> floors) {
        this.floors = floors;
        Map<RoomName, Room> known = Map.copyOf(rooms);
        rooms.clear();
        known.forEach((name, room) -> {
            Room fresh = get(name);
            fresh.onState(room.state());
            room.state().filter(state -> state.isOf(epoch)).ifPresent(fresh::startFrom);
        });
    }

    /** Applies an event; {@link #drain} has to follow for its room before the fan-out is dispatched. */
    public void onEvent(
            RoomEvent.InRoom event, Position position, Instant at, Position judgedAt, Frame frame, Fanout out) {
        if (get(event.room()).onEvent(event, position, at, judgedAt, frame, out) == Room.Verdict.VOID) {
            voids.increment();
        }
    }

    public void drain(RoomName room, Fanout out) {
        find(room).ifPresent(known -> known.drain(out));
    }
}
