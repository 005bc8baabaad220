package dev.confab.room.registry;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The SQL that features share. Every method needs an open session, those that write a transaction holding the room. */
@ApplicationScoped
public class RegistryStore {
    // as plain SQL: Hibernate writes "for update of", which MariaDB does not know
    private static final String LOCK = "select * from room where name_key = :key for update";

    private static final String STANDING = """
            select r, m, p, d, b from Room r
            left join Member m on m.roomId = r.id and m.userKey = :user
            left join Moderator p on p.roomId = r.id and p.userKey = :user
            left join Departure d on d.roomId = r.id and d.userKey = :user
            left join Ban b on b.roomId = r.id and b.userKey = :user
                and (b.endedAt is null or b.fromPosition is null or (b.unbannedId is not null and b.toPosition is null))
            where r.nameKey = :room
            order by b.id desc""";

    /** The room, held until the transaction ends. Fails with {@link ErrorCode#NOT_FOUND}. */
    Uni<Room> lock(RoomName name) {
        return lockByKey(name)
                .chain(found -> found != null ? Uni.createFrom().item(found) : orAlias(name, RegistryStore::lockByKey))
                .map(RegistryStore::require);
    }

    private static Uni<Room> lockByKey(RoomName name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Room.class)
                        .setParameter("key", name.key())
                        .getSingleResultOrNull());
    }

    /**
     * As for the one room whose name is the same but for what nobody sees: full case folding, invisible characters. Keys
     * know nothing of these ({@code docs/adr/0018-keys-are-given-once.md}).
     *
     * @return null if there is no such room, or there are several
     */
    private static <T> Uni<T> orAlias(RoomName name, Function<RoomName, Uni<T>> look) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select nameKey from Room where folded = :folded", String.class)
                        .setParameter("folded", name.folded())
                        .setMaxResults(2)
                        .getResultList())
                .chain(keys -> keys.size() == 1
                        ? look.apply(RoomName.ofKey(keys.getFirst()))
                        : Uni.createFrom().nullItem());
    }

    public Uni<Optional<Room>> find(RoomName name) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Room where nameKey = :key", Room.class)
                        .setParameter("key", name.key())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** In one statement, and so of one moment. Fails with {@link ErrorCode#NOT_FOUND} if there is no such room. */
    public Uni<Standing> standing(RoomName room, Username user) {
        return standingByKey(room, user)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : orAlias(room, alias -> standingByKey(alias, user)))
                .map(RegistryStore::require);
    }

    private static Uni<Standing> standingByKey(RoomName room, Username user) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(STANDING, Object[].class)
                        .setParameter("room", room.key())
                        .setParameter("user", user.key())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : standing(rows, user));
    }

    private static Standing standing(List<Object[]> rows, Username asked) {
        Object[] first = rows.getFirst();
        Room room = (Room) first[0];
        Optional<Member> member = Optional.ofNullable((Member) first[1]);
        List<Ban> bans =
                rows.stream().map(row -> (Ban) row[4]).filter(Objects::nonNull).toList();
        return new Standing(
                room,
                member.map(Member::user).orElse(asked),
                member,
                first[2] != null,
                Optional.ofNullable((Departure) first[3]),
                bans);
    }

    private static <T> T require(@Nullable T found) {
        if (found == null) {
            throw new ConfabException(ErrorCode.NOT_FOUND, "There is no room of this name.");
        }
        return found;
    }

    /** Fails with {@link ErrorCode#ROOM_EXISTS}. */
    public Uni<Void> addRoom(Room room) {
        return find(room.name())
                .chain(found -> found.isPresent() ? Uni.createFrom().failure(exists()) : requireOwnLook(room))
                .chain(() -> add(room))
                .onFailure(ConstraintViolationException.class)
                .transform(lostTheRace -> exists());
    }

    private static Uni<Void> requireOwnLook(Room room) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from Room where folded = :folded or look = :look", Room.class)
                        .setParameter("folded", room.folded)
                        .setParameter("look", room.look)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .invoke(alike -> {
                    if (alike != null) {
                        throw new ConfabException(
                                ErrorCode.ROOM_EXISTS,
                                "There is a room already whose name looks the same: " + alike.name() + ".",
                                "name");
                    }
                })
                .replaceWithVoid();
    }

    private static ConfabException exists() {
        return new ConfabException(ErrorCode.ROOM_EXISTS, "There is a room of this name already.", "name");
    }

    public Uni<Void> add(Object row) {
        return Panache.getSession().chain(session -> session.persist(row)).replaceWithVoid();
    }

    /** Begins a membership. */
    public Uni<Void> addMember(Room room, Username user, Instant now, MessageId joined) {
        room.count(1);
        return add(new Member(room, user, now, joined));
    }

    /** Ends a membership. */
    public Uni<Void> removeMember(Room room, Member member) {
        room.count(-1);
        return inSession(session -> session.remove(member));
    }

    /** Makes the user a moderator, with the event that tells of it. */
    public Uni<Void> appoint(Room room, Username user, Username by, MessageId event) {
        // one that stands though they were no moderator any more was ended by an older version, which does not know of
        // it
        return ofUser("delete from Appointment where dismissedId is null and ", room, user)
                .chain(() -> add(new Moderator(room, user)))
                .chain(() -> add(new Appointment(room, user, by, event)));
    }

    /** Makes the moderator a member like the others, with the event that tells of it. */
    public Uni<Void> dismiss(Room room, Username user, Instant now, MessageId event) {
        return ofUser("delete from Moderator where ", room, user)
                .chain(() -> inSession(session -> session.createMutationQuery(
                                "update Appointment set endedAt = :now, dismissedId = :event"
                                        + " where dismissedId is null and roomId = :room and userKey = :user")
                        .setParameter("now", now)
                        .setParameter("event", event.toString())
                        .setParameter("room", room.id())
                        .setParameter("user", user.key())
                        .executeUpdate()));
    }

    private static Uni<Void> ofUser(String change, Room room, Username user) {
        return inSession(session -> session.createMutationQuery(change + "roomId = :room and userKey = :user")
                .setParameter("room", room.id())
                .setParameter("user", user.key())
                .executeUpdate());
    }

    /** Notes that the user's tickets end with that event. */
    public Uni<Void> depart(Standing who, Instant now, MessageId event) {
        return ofUser("delete from Departure where ", who.room(), who.user())
                .chain(() -> add(new Departure(who.room(), who.user(), now, event)));
    }

    public Uni<Void> remove(Room room) {
        return inSession(session -> session.remove(room));
    }

    private static Uni<Void> inSession(Function<Mutiny.Session, Uni<?>> work) {
        return Panache.getSession().chain(work::apply).replaceWithVoid();
    }
}
