package dev.confab.message.access;

import dev.confab.message.access.RoomStanding.Facts;
import dev.confab.message.database.Database;
import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** How people stand to rooms. */
@ApplicationScoped
class AccessStore {
    private final Database database;

    AccessStore(Database database) {
        this.database = database;
    }

    Uni<Optional<RoomStanding>> standing(RoomName room, Username user, Instant now) {
        return database.run(
                        """
                        select s.id, r.name, r.has_password, r.gone, r.deleted_epoch, r.deleted_position,
                               m.user_key as member, d.epoch as departed_epoch, d.position as departed_position,
                               exists (select 1 from ban b
                                       where b.stream_id = s.id and b.user_key = ?
                                         and (b.until_at is null or b.until_at > ?)) as banned
                          from stream s
                          left join room r on r.stream_id = s.id
                          left join room_member m on m.stream_id = s.id and m.user_key = ?
                          left join departure d on d.stream_id = s.id and d.user_key = ?
                         where s.stream_key = ?
                        """,
                        user.key(),
                        now.toEpochMilli(),
                        user.key(),
                        user.key(),
                        StreamKey.of(room).value())
                .map(rows -> rows.stream().findFirst().map(AccessStore::standing));
    }

    private static RoomStanding standing(Row row) {
        return new RoomStanding(
                row.getInteger("id"),
                Optional.ofNullable(row.getString("name")).map(name -> facts(name, row)),
                row.getString("member") != null,
                row.getInteger("banned") == 1,
                position(row, "departed"));
    }

    private static Facts facts(String name, Row row) {
        return new Facts(
                new RoomName(name), row.getBoolean("has_password"), row.getBoolean("gone"), position(row, "deleted"));
    }

    private static Optional<LogPosition> position(Row row, String what) {
        return Optional.ofNullable(row.getInteger(what + "_epoch"))
                .map(epoch -> new LogPosition(epoch, new Position(row.getLong(what + "_position"))));
    }
}
