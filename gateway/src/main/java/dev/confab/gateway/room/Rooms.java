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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * Every room that this gateway has heard of from the log or from room-service. That somebody names one is no reason to
 * remember it, and one that is deleted is forgotten when the last one is out of it.
 */
@ApplicationScoped
public class Rooms {
    private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();
    /** Gone, but somebody is still in there. */
    private final Set<RoomName> emptying = ConcurrentHashMap.newKeySet();

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

    /**
     * The room of that name, of which something is known by now: an event, a state, or somebody whom room-service has let
     * in. To look whether it is known, {@link #find} it.
     */
    public Room get(RoomName name) {
        return rooms.computeIfAbsent(
                name, n -> new Room(n, new Position(floors.applyAsLong(n)), config, budget, presence));
    }

    public Optional<Room> find(RoomName name) {
        return Optional.ofNullable(rooms.get(name));
    }

    public void onState(RoomName name, Optional<RoomState> state) {
        if (state.isPresent()) {
            get(name).onState(state);
        } else {
            find(name).ifPresent(room -> room.onState(state));
            forgetIfGone(name);
        }
    }

    /** Those who are put out leave on their event loops, so whoever is left in there is looked for again. */
    private void forgetIfGone(RoomName name) {
        Room left = rooms.computeIfPresent(name, (n, room) -> room.retire() ? null : room);
        if (left != null && left.isGone()) {
            emptying.add(name);
        } else {
            emptying.remove(name);
        }
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
        if (event instanceof RoomEvent.RoomChanged) {
            forgetIfGone(event.room());
        }
        emptying.forEach(this::forgetIfGone);
    }

    public void drain(RoomName room, Fanout out) {
        find(room).ifPresent(known -> known.drain(out));
    }
}
