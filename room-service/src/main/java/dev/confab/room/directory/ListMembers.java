package dev.confab.room.directory;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.paging.Cursor;
import dev.confab.room.paging.Page;
import dev.confab.room.presence.Presence;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Room;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The members of a room: not for the banned, and those of a password room for its members alone. */
@ApplicationScoped
class ListMembers {
    /** @param online whether they are in the room right now */
    record MemberView(Username username, Role role, boolean online) {}

    /** Which members. */
    enum Wanted {
        ALL,
        ONLINE,
        MODERATORS;

        static Wanted of(boolean online, boolean moderators) {
            if (online && moderators) {
                throw new ConfabException(
                        ErrorCode.INVALID, "Only one of 'online' and 'moderators' can be asked for.", "moderators");
            }
            return online ? ONLINE : moderators ? MODERATORS : ALL;
        }
    }

    private final Database database;
    private final DirectoryStore store;
    private final RegistryStore registry;
    private final Presence presence;

    ListMembers(Database database, DirectoryStore store, RegistryStore registry, Presence presence) {
        this.database = database;
        this.store = store;
        this.registry = registry;
        this.presence = presence;
    }

    Uni<Page<MemberView>> list(RoomName name, Username asking, Cursor cursor, Wanted wanted) {
        return database.read(() -> registry.standing(name, asking)
                .invoke(ListMembers::requireMayLook)
                .chain(standing -> members(standing.room(), cursor, wanted)
                        .map(page -> page.map(listed -> view(standing.room(), listed)))));
    }

    private Uni<Page<DirectoryStore.ListedMember>> members(Room room, Cursor cursor, Wanted wanted) {
        return switch (wanted) {
            case ALL -> store.members(room, cursor).map(rows -> page(rows, cursor));
            case MODERATORS -> store.moderators(room, cursor).map(rows -> page(rows, cursor));
            case ONLINE -> membersOnline(room, cursor);
        };
    }

    private static Page<DirectoryStore.ListedMember> page(List<DirectoryStore.ListedMember> rows, Cursor cursor) {
        return cursor.page(rows, listed -> listed.member().user().key());
    }

    /** Who is there and no member is left out, which makes a page shorter but is no reason to end the list. */
    private Uni<Page<DirectoryStore.ListedMember>> membersOnline(Room room, Cursor cursor) {
        Page<String> there = cursor.page(
                presence.keysAfter(room.name(), cursor.afterKey(), cursor.limit() + 1), Function.identity());
        return store.members(room, there.rows()).map(rows -> new Page<>(rows, there.next()));
    }

    private static void requireMayLook(Standing standing) {
        standing.standingBan(Instant.now()).ifPresent(ban -> {
            throw ban.refusal();
        });
        if (standing.room().hasPassword() && !standing.isMember()) {
            throw new ConfabException(ErrorCode.NOT_JOINED, "Only members see who is in a room with a password.");
        }
    }

    private MemberView view(Room room, DirectoryStore.ListedMember listed) {
        Username user = listed.member().user();
        Role role = listed.moderator() ? Role.MODERATOR : Role.MEMBER;
        return new MemberView(user, room.isOwnedBy(user) ? Role.OWNER : role, presence.isIn(room.name(), user));
    }
}
