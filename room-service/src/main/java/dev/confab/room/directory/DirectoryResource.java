package dev.confab.room.directory;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.protocol.RoomName;
import dev.confab.room.paging.Cursor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/rooms")
@Authenticated
@Tag(name = "Rooms")
class DirectoryResource {
    /** @param next cursor of the next page, absent on the last */
    record Rooms(List<RoomView> rooms, Optional<String> next) {}

    /** @param next cursor of the next page, absent on the last */
    record Members(List<ListMembers.MemberView> members, Optional<String> next) {}

    private final CurrentUser user;
    private final Directory directory;
    private final ListMembers listMembers;

    DirectoryResource(CurrentUser user, Directory directory, ListMembers listMembers) {
        this.user = user;
        this.directory = directory;
        this.listMembers = listMembers;
    }

    @GET
    @Operation(summary = "The rooms there are: main first, then by name")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is wrong")
    public Uni<Rooms> list(
            @Parameter(description = "Part of the name, in any case") @QueryParam("q") Optional<String> part,
            @QueryParam("cursor") Optional<String> cursor,
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") Optional<String> limit,
            @Parameter(description = "Only rooms the caller is a member of") @QueryParam("joined") boolean joined) {
        var search = new DirectoryStore.Search(part.orElse(""), user.username(), joined);
        return directory.list(search, Cursor.of(cursor, limit)).map(page -> new Rooms(page.rows(), page.next()));
    }

    @GET
    @Path("/{room}")
    @Operation(summary = "One room, with the role of the caller, or with their ban")
    @APIResponse(responseCode = "200", description = "The room")
    @APIResponse(responseCode = "404", description = "There is no such room")
    public Uni<RoomView> show(@PathParam("room") RoomName room) {
        return directory.show(room, user.username());
    }

    @GET
    @Path("/{room}/members")
    @Operation(summary = "The members of a room by name, with their role and whether they are in it right now")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is wrong, or both online and moderators")
    @APIResponse(
            responseCode = "403",
            description = "banned, or not_joined: the room has a password and the caller is no member")
    @APIResponse(responseCode = "404", description = "There is no such room")
    public Uni<Members> members(
            @PathParam("room") RoomName room,
            @QueryParam("cursor") Optional<String> cursor,
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") Optional<String> limit,
            @Parameter(description = "Only those who are in it right now") @QueryParam("online") boolean online,
            @Parameter(description = "Only those who moderate it; not with online") @QueryParam("moderators")
                    boolean moderators) {
        return listMembers
                .list(room, user.username(), Cursor.of(cursor, limit), ListMembers.Wanted.of(online, moderators))
                .map(page -> new Members(page.rows(), page.next()));
    }
}
