package dev.confab.room.state;

import dev.confab.chassis.topics.TopicsConfig;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Username;
import dev.confab.room.membership.TicketConfig;
import dev.confab.room.registry.Ban;
import dev.confab.room.registry.Departure;
import dev.confab.room.registry.Moderator;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL that gathers a room's state. A state says what the log says so far: what has no position yet is left out, its
 * event is still to come.
 */
@ApplicationScoped
class StateStore {
    /** Departures that a state lists, so that it stays far smaller than a record may be; see {@link RoomState#ticketsSince}. */
    static final int MAX_DEPARTURES = 5_000;

    private final RegistryStore registry;
    private final Duration keepBans;
    private final Duration keepDepartures;

    StateStore(RegistryStore registry, TopicsConfig topics, TicketConfig tickets) {
        this.registry = registry;
        this.keepDepartures = tickets.lifetime();
        this.keepBans = topics.roomsRetention().compareTo(tickets.lifetime()) > 0
                ? topics.roomsRetention()
                : tickets.lifetime();
    }

    /** Absent if the room is gone, or if the log does not tell of its creation yet. */
    Uni<Optional<RoomState>> of(RoomName name) {
        return registry.find(name)
                .chain(found -> found.filter(room -> room.createdAt().isPresent())
                        .map(this::of)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<RoomState>> of(Room room) {
        Instant now = Instant.now();
        return forgetBans(room, now)
                .chain(() -> forgetDepartures(room, now))
                .chain(() -> all("from Moderator where roomId = :room order by userKey", Moderator.class, room, 0))
                .chain(moderators -> all("from Ban where roomId = :room order by id", Ban.class, room, 0)
                        .chain(bans -> departures(room).map(gone -> Optional.of(state(room, moderators, bans, gone)))));
    }

    private static RoomState state(Room room, List<Moderator> moderators, List<Ban> bans, List<Departure> departures) {
        List<Departure> listed = departures.subList(0, Math.min(MAX_DEPARTURES, departures.size()));
        List<Username> users = moderators.stream().map(Moderator::user).toList();
        List<BanInterval> intervals =
                bans.stream().map(Ban::interval).flatMap(Optional::stream).toList();
        Map<String, Position> positions =
                listed.stream().collect(Collectors.toMap(Departure::userKey, Departure::position));
        return new RoomState(
                room.name(),
                room.owner(),
                users,
                room.hasPassword(),
                room.topic(),
                intervals,
                positions,
                ticketsSince(
                        room.createdAt().orElseThrow(),
                        departures.stream().map(Departure::position).toList()),
                room.epoch(),
                room.lastPosition());
    }

    /** Tickets count from the room's creation on, or from the last departure on that the state has no place for. */
    static Position ticketsSince(Position created, List<Position> departuresLatestFirst) {
        return departuresLatestFirst.size() > MAX_DEPARTURES ? departuresLatestFirst.get(MAX_DEPARTURES) : created;
    }

    /** The latest first, one more than are listed. */
    private static Uni<List<Departure>> departures(Room room) {
        return all(
                "from Departure where roomId = :room and leftPosition is not null order by leftPosition desc",
                Departure.class,
                room,
                MAX_DEPARTURES + 1);
    }

    private static <T> Uni<List<T>> all(String query, Class<T> type, Room room, int limit) {
        return Panache.getSession().chain(session -> {
            var selection = session.createSelectionQuery(query, type).setParameter("room", room.id());
            return (limit > 0 ? selection.setMaxResults(limit) : selection).getResultList();
        });
    }

    private Uni<Integer> forgetBans(Room room, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("""
                                delete from Ban where roomId = :room
                                and (endedAt < :before or expiresAt < :before)
                                and fromPosition is not null and (unbannedId is null or toPosition is not null)""")
                        .setParameter("room", room.id())
                        .setParameter("before", now.minus(keepBans))
                        .executeUpdate());
    }

    private Uni<Integer> forgetDepartures(Room room, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "delete from Departure where roomId = :room and departedAt < :before and leftPosition is not null")
                        .setParameter("room", room.id())
                        .setParameter("before", now.minus(keepDepartures))
                        .executeUpdate());
    }
}
