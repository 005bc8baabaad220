package dev.confab.message.history;

import dev.confab.message.access.GatewayAccess;
import dev.confab.message.history.ReadEvents.Missed;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Pass;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/internal/rooms/{room}/events")
@PermitAll
@Tag(name = "Internal")
final class RoomEventsResource {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;

    private final ReadEvents readEvents;
    private final GatewayAccess access;

    RoomEventsResource(ReadEvents readEvents, GatewayAccess access) {
        this.readEvents = readEvents;
        this.access = access;
    }

    @GET
    @Operation(summary = "What a client has missed of a room, asked for by its gateway with its pass and its ticket")
    @APIResponse(responseCode = "200", description = "The events after one position and up to another, as frames")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(responseCode = "403", description = "forbidden: no valid ticket; banned")
    @APIResponse(responseCode = "404", description = "not_found: the first of them would be of a deleted room")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Missed> missed(
            @PathParam("room") RoomName room,
            @QueryParam("after") @Nullable String after,
            @QueryParam("upTo") @Nullable String upTo,
            @QueryParam("limit") @Nullable String limit,
            @HeaderParam(Pass.HEADER) Optional<String> pass,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        Username user = access.user(pass);
        return readEvents.read(
                Uni.createFrom().deferred(() -> access.require(room, user, ticket)),
                StreamKey.of(room),
                position(after, "after"),
                position(upTo, "upTo"),
                PageRequest.limit(limit, DEFAULT_LIMIT, MAX_LIMIT));
    }

    private static Position position(@Nullable String text, String parameter) {
        if (text == null || !text.matches("-1|\\d{1,18}")) {
            throw new ConfabException(ErrorCode.INVALID, "'" + parameter + "' is a position.", parameter);
        }
        return new Position(Long.parseLong(text));
    }
}
