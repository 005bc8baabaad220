package dev.confab.room.ban;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.chassis.security.RequestTrail;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.Line;
import dev.confab.room.paging.Cursor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/rooms/{room}/bans")
@Authenticated
@Tag(name = "Bans")
class BanResource {
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    /** @param until when the ban ends by itself, RFC 3339; never if absent */
    record BanRequest(Optional<String> reason, Optional<String> until) {}

    /** @param next cursor of the next page, absent on the last */
    record Bans(List<BanView> bans, Optional<String> next) {}

    private final CurrentUser user;
    private final BanUser banUser;
    private final LiftBan liftBan;
    private final ListBans listBans;
    private final RequestTrail trail;

    BanResource(CurrentUser user, BanUser banUser, LiftBan liftBan, ListBans listBans, RequestTrail trail) {
        this.user = user;
        this.banUser = banUser;
        this.liftBan = liftBan;
        this.listBans = listBans;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "The bans that stand, by username")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "403", description = "The caller neither owns nor moderates the room")
    @APIResponse(responseCode = "404", description = "There is no such room")
    public Uni<Bans> list(
            @PathParam("room") RoomName room,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") Optional<String> limit) {
        return listBans.list(room, user.username(), Cursor.of(cursor, limit))
                .map(page -> new Bans(page.rows(), page.next()));
    }

    @PUT
    @Path("/{user}")
    @Operation(summary = "Ban somebody, member or not; replaces a ban that stands")
    @APIResponse(responseCode = "200", description = "The ban")
    @APIResponse(responseCode = "403", description = "The caller's role does not allow it")
    @APIResponse(responseCode = "404", description = "There is no such room, or nobody of that name")
    public Uni<BanView> ban(
            @PathParam("room") RoomName room, @PathParam("user") Username banned, @Nullable BanRequest request) {
        BanRequest asked = request == null ? new BanRequest(Optional.empty(), Optional.empty()) : request;
        String reason = Line.of("reason", asked.reason().orElse(""), Line.MAX_REASON);
        return banUser.ban(room, user.username(), banned, reason, asked.until().map(BanResource::future))
                .invoke(trail.of(SecurityEvent.BANNED, room).user(banned)::log)
                .map(BanView::of);
    }

    @DELETE
    @Path("/{user}")
    @Operation(summary = "Lift a ban")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "403", description = "The caller neither owns nor moderates the room")
    @APIResponse(responseCode = "404", description = "There is no such room, or no such ban that stands")
    public Uni<Void> lift(@PathParam("room") RoomName room, @PathParam("user") Username banned) {
        return liftBan.lift(room, user.username(), banned)
                .invoke(trail.of(SecurityEvent.BAN_LIFTED, room).user(banned)::log);
    }

    private static Instant future(String text) {
        Instant now = Instant.now();
        Instant until = time(text);
        if (!until.isAfter(now)) {
            throw new ConfabException(ErrorCode.INVALID, "A ban ends in the future.", "until");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            throw new ConfabException(ErrorCode.INVALID, "Leave until out for a ban that never ends.", "until");
        }
        return until.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new ConfabException(ErrorCode.INVALID, "A time is written as in RFC 3339.", "until");
        }
    }
}
