package dev.confab.room.state;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.outbox.AfterRelay;
import dev.confab.outbox.OutboxEvent;
import dev.confab.outbox.Relayed;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Once decisions are in the log: records where they stand, and has the state of their rooms published.
 *
 * <p>Each row holds the id of the event that told of it, so a position finds the very ban or departure that it is of,
 * whatever was decided since, even if the room was deleted and another one got its name. Relayed again, an event's later
 * position replaces the earlier one in the same way.
 */
@ApplicationScoped
class RecordPositions implements AfterRelay {
    private final PositionStore positions;
    private final StateStore states;
    private final CreateTopics topics;

    RecordPositions(PositionStore positions, StateStore states, CreateTopics topics) {
        this.positions = positions;
        this.states = states;
        this.topics = topics;
    }

    /** A decision that is in the log now. */
    record Placed(Decision decision, Position position) {
        static Placed of(Relayed relayed) {
            String json = relayed.event().value().orElseThrow();
            return new Placed((Decision) Json.read(json, RoomEvent.class), relayed.position());
        }
    }

    @Override
    public Uni<List<OutboxEvent>> onRelayed(List<Relayed> events) {
        List<Placed> placed = events.stream()
                .filter(relayed -> relayed.event().topic() == Topic.ROOMS)
                .map(Placed::of)
                .toList();
        return Multi.createFrom()
                .iterable(placed)
                .onItem()
                .transformToUniAndConcatenate(each -> positions.record(each, epoch()))
                .onItem()
                .ignoreAsUni()
                .chain(() -> publish(changedRooms(placed)));
    }

    /** Unknown for a moment after the start; then the events are relayed again. */
    private String epoch() {
        String known = topics.epoch().getNow("");
        if (known.isEmpty()) {
            throw ConfabException.unavailable("The log");
        }
        return known;
    }

    /** The rooms whose state is another now, and whether the last that was told of each is its deletion. */
    static Map<RoomName, Boolean> changedRooms(List<Placed> placed) {
        Map<RoomName, Boolean> deleted = new LinkedHashMap<>();
        for (Placed each : placed) {
            RoomName room = each.decision().room();
            switch (each.decision()) {
                case Decision.RoomChanged changed ->
                    deleted.put(room, changed.change() == Decision.RoomChanged.Change.DELETED);
                case Decision.Kicked k -> deleted.putIfAbsent(room, false);
                case Decision.Banned b -> deleted.putIfAbsent(room, false);
                case Decision.Unbanned u -> deleted.putIfAbsent(room, false);
                case Decision.Left l -> deleted.putIfAbsent(room, false);
                case Decision.RoleChanged r -> deleted.putIfAbsent(room, false);
                case Decision.Joined j -> {}
            }
        }
        return deleted;
    }

    private Uni<List<OutboxEvent>> publish(Map<RoomName, Boolean> changed) {
        return Multi.createFrom()
                .iterable(changed.entrySet())
                .onItem()
                .transformToUniAndConcatenate(room -> room.getValue()
                        ? Uni.createFrom().item(Optional.of(OutboxEvent.gone(room.getKey())))
                        : states.of(room.getKey()).map(state -> state.map(OutboxEvent::of)))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }
}
