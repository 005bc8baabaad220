package dev.confab.message.unread;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.unread.CountUnread.Unread;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Authenticated
@Tag(name = "Unread")
final class UnreadResource {
    private final CountUnread countUnread;
    private final CurrentUser user;

    UnreadResource(CountUnread countUnread, CurrentUser user) {
        this.countUnread = countUnread;
        this.user = user;
    }

    @GET
    @Path("/unread")
    @Operation(summary = "How much is new in each joined room and each conversation since the position last read")
    @APIResponse(
            responseCode = "200",
            description =
                    "Counts of at most 1,000, of what the room or conversation shows; own messages are not new. Mentions are"
                            + " those of the new messages that name the user, or everybody")
    public Uni<Unread> unread() {
        return countUnread.everywhere(user.username());
    }
}
