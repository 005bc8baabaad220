package dev.confab.message.direct;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.direct.ListConversations.ConversationPage;
import dev.confab.message.history.MessagePage;
import dev.confab.message.history.PageRequest;
import dev.confab.message.history.ReadHistory;
import dev.confab.message.history.ReadPins;
import dev.confab.message.history.ReadPins.Pins;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Tag(name = "Private conversations")
final class DirectResource {
    private final ListConversations listConversations;
    private final ReadHistory readHistory;
    private final ReadPins readPins;
    private final DirectVisits visits;
    private final CurrentUser user;

    DirectResource(
            ListConversations listConversations,
            ReadHistory readHistory,
            ReadPins readPins,
            DirectVisits visits,
            CurrentUser user) {
        this.listConversations = listConversations;
        this.readHistory = readHistory;
        this.readPins = readPins;
        this.visits = visits;
        this.user = user;
    }

    @GET
    @Path("/direct")
    @Operation(summary = "One's private conversations, those with the newest messages first")
    @APIResponse(responseCode = "200", description = "The page; 'next' is the 'cursor' of the following one")
    public Uni<ConversationPage> conversations(
            @QueryParam("cursor") Optional<String> cursor, @QueryParam("limit") @Nullable String limit) {
        return listConversations.list(user.username(), cursor.map(ConversationCursor::parse), PageRequest.limit(limit));
    }

    @GET
    @Path("/direct/{user}/messages")
    @Operation(summary = "A page of the conversation with one person, or of one of its threads, oldest message first")
    @APIResponse(responseCode = "200", description = "The page; without parameters the newest")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name; no such thread")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: the newest part is not there yet, or the store is down")
    public Uni<MessagePage> page(@PathParam("user") Username other, @BeanParam PageRequest page) {
        return readHistory.read(visits.of(user.username(), other), page);
    }

    @GET
    @Path("/direct/{user}/pins")
    @Operation(summary = "What is pinned in the conversation with one person, the newest pin first")
    @APIResponse(responseCode = "200", description = "The messages, as in history")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Pins> pins(@PathParam("user") Username other) {
        return readPins.read(visits.of(user.username(), other));
    }
}
