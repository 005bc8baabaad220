package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

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
    private volatile Function<RoomName, Position> floors = room -> Position.NONE;

    Rooms(RoomConfig config, MemoryBudget budget, LocalPresence presence, MeterRegistry metrics) {
        this.config = config;
        this.budget = budget;
        this.presence = presence;
        this.voids = metrics.counter("confab.events.void");
        metrics.gaugeMapSize("confab.rooms", List.of(), rooms);
    }

    /**
     * The room of that name, of which something is known by now: an event, a state, or somebody whom room-service has let
     * in. To look whether it is known, {@link #find} it.
     */
    public Room get(RoomName name) {
        return rooms.computeIfAbsent(name, n -> new Room(n, floors.apply(n), config, budget, presence));
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
    public void startReading(Epoch epoch, Function<RoomName, Position> floors) {
        this.floors = floors;
        Map<RoomName, Room> known = Map.copyOf(rooms);
        rooms.clear();
        known.forEach((name, room) -> {
            Room fresh = get(name);
            fresh.onState(room.state());
            room.state().filter(state -> state.isOf(epoch)).ifPresent(fresh::startFrom);
        });
    }

    /**
     * Applies an event.
     *
     * @return the stream, which has to be drained before the fan-out is dispatched
     */
    public Stream onEvent(RoomName name, LoggedEvent logged, Frame frame, Fanout out) {
        Room room = get(name);
        if (room.onEvent(logged, frame, out) == Stream.Verdict.VOID) {
            voids.increment();
        }
        if (logged.event() instanceof Decision.RoomChanged) {
            forgetIfGone(name);
        }
        emptying.forEach(this::forgetIfGone);
        return room;
    }
}
