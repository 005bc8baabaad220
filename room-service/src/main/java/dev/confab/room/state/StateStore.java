package dev.confab.room.state;

import dev.confab.chassis.topics.TopicsConfig;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Username;
import dev.confab.room.membership.TicketConfig;
import dev.confab.room.registry.Appointment;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that gathers a room's state. A state says what the log says so far: what has no position yet is left out, its
 * event is still to come.
 */
@ApplicationScoped
class StateStore {
    /** Departures that a state lists, so that it stays far smaller than a record may be; see {@link RoomState#ticketsSince}. */
    static final int MAX_DEPARTURES = 5_000;

    /** Ended appointments that a state lists, the latest. */
    static final int MAX_ENDED_ROLES = 500;

    private final RegistryStore registry;
    private final Duration keepIntervals;
    private final Duration keepDepartures;

    StateStore(RegistryStore registry, TopicsConfig topics, TicketConfig tickets) {
        this.registry = registry;
        this.keepDepartures = tickets.lifetime();
        this.keepIntervals = topics.roomsRetention().compareTo(tickets.lifetime()) > 0
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
                .chain(() -> forgetAppointments(room, now))
                .chain(() -> forgetDepartures(room, now))
                .chain(() -> rows(room))
                .map(rows -> Optional.of(state(room, rows)));
    }

    /** All that a state is made of, beside the room's own row. */
    private record Rows(
            List<Moderator> moderators, List<Appointment> appointments, List<Ban> bans, List<Departure> departures) {}

    private static Uni<Rows> rows(Room room) {
        return all("from Moderator where roomId = :room order by userKey", Moderator.class, room, 0)
                .chain(moderators -> appointments(room)
                        .chain(appointments -> all("from Ban where roomId = :room order by id", Ban.class, room, 0)
                                .chain(bans ->
                                        departures(room).map(gone -> new Rows(moderators, appointments, bans, gone)))));
    }

    private static RoomState state(Room room, Rows rows) {
        List<Departure> listed = rows.departures()
                .subList(0, Math.min(MAX_DEPARTURES, rows.departures().size()));
        List<Username> users = rows.moderators().stream().map(Moderator::user).toList();
        List<BanInterval> intervals = rows.bans().stream()
                .map(Ban::interval)
                .flatMap(Optional::stream)
                .toList();
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
                Optional.of(roles(room, rows)),
                ticketsSince(
                        room.createdAt().orElseThrow(),
                        rows.departures().stream().map(Departure::position).toList()),
                room.epoch(),
                room.lastPosition());
    }

    private static List<RoleInterval> roles(Room room, Rows rows) {
        Set<Username> appointed =
                rows.appointments().stream().map(Appointment::user).collect(Collectors.toSet());
        RoleInterval owner =
                new RoleInterval(room.owner(), Role.OWNER, room.createdAt().orElseThrow(), Optional.empty());
        // by an older version, which knows nothing of appointments
        Stream<RoleInterval> undated = rows.moderators().stream()
                .map(Moderator::user)
                .filter(user -> !appointed.contains(user))
                .map(user -> new RoleInterval(user, Role.MODERATOR, Position.NONE, Optional.empty()));
        return Stream.of(
                        Stream.of(owner),
                        undated,
                        rows.appointments().stream().map(Appointment::interval).flatMap(Optional::stream))
                .flatMap(Function.identity())
                .toList();
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

    /** Those that stand, and the latest of those that have ended. */
    private static Uni<List<Appointment>> appointments(Room room) {
        return all(
                        "select a from Appointment a join Moderator m on m.roomId = a.roomId and m.userKey = a.userKey"
                                + " where a.roomId = :room and a.dismissedId is null order by a.id",
                        Appointment.class,
                        room,
                        0)
                .chain(standing -> all(
                                "from Appointment where roomId = :room and dismissedId is not null order by id desc",
                                Appointment.class,
                                room,
                                MAX_ENDED_ROLES)
                        .map(ended -> Stream.concat(ended.reversed().stream(), standing.stream())
                                .toList()));
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
                        .setParameter("before", now.minus(keepIntervals))
                        .executeUpdate());
    }

    private Uni<Integer> forgetAppointments(Room room, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "delete from Appointment where roomId = :room and endedAt < :before"
                                        + " and fromPosition is not null and toPosition is not null")
                        .setParameter("room", room.id())
                        .setParameter("before", now.minus(keepIntervals))
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
