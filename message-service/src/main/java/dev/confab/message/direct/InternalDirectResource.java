package dev.confab.message.direct;

import dev.confab.message.access.GatewayAccess;
import dev.confab.message.history.EventsRequest;
import dev.confab.message.history.FindContent;
import dev.confab.message.history.FindContent.Found;
import dev.confab.message.history.OpenStream;
import dev.confab.message.history.ReadEvents;
import dev.confab.message.history.ReadEvents.Missed;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Pass;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/internal/direct/{user}")
@PermitAll
@Tag(name = "Internal")
final class InternalDirectResource {
    private final ReadEvents readEvents;
    private final FindContent findContent;
    private final OpenConversation openConversation;
    private final GatewayAccess access;

    InternalDirectResource(
            ReadEvents readEvents, FindContent findContent, OpenConversation openConversation, GatewayAccess access) {
        this.readEvents = readEvents;
        this.findContent = findContent;
        this.openConversation = openConversation;
        this.access = access;
    }

    @GET
    @Path("/events")
    @Operation(
            summary =
                    "What a client has missed of the conversation with somebody, asked for by its gateway with its pass")
    @APIResponse(responseCode = "200", description = "The events after one position and up to another, as frames")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Missed> missed(
            @PathParam("user") Username other,
            @BeanParam EventsRequest request,
            @HeaderParam(Pass.HEADER) Optional<String> pass) {
        return access.user(pass)
                .chain(user ->
                        readEvents.read(open(user, other), StreamKey.of(Conversation.between(user, other)), request));
    }

    @GET
    @Path("/messages/{author}/{id}")
    @Operation(summary = "Where it stands what one of the two said with that id")
    @APIResponse(responseCode = "200", description = "Its position and time, and what became of it")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(
            responseCode = "404",
            description = "not_found: nothing that counts; with settled=true nothing in the log either")
    public Uni<Found> find(
            @PathParam("user") Username other,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @QueryParam("settled") boolean settled,
            @HeaderParam(Pass.HEADER) Optional<String> pass) {
        MessageRef message = new MessageRef(author, MessageId.of(id));
        return access.user(pass)
                .chain(user -> findContent.find(
                        open(user, other), StreamKey.of(Conversation.between(user, other)), message, settled));
    }

    private Uni<OpenStream> open(Username user, Username other) {
        return Uni.createFrom().deferred(() -> openConversation.between(user, other));
    }
}
