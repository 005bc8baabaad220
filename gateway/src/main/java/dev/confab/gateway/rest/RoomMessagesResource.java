package dev.confab.gateway.rest;

import dev.confab.gateway.rest.Bodies.Kept;
import dev.confab.gateway.rest.Bodies.NewMessage;
import dev.confab.gateway.rest.Bodies.NewText;
import dev.confab.gateway.rest.Bodies.SentMessage;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/rooms/{room}/messages")
@Authenticated
@Tag(name = "Writing")
public final class RoomMessagesResource {
    private final MessageEndpoints endpoints;

    RoomMessagesResource(MessageEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Write to everybody in a room that one is in; the same id again gets the first answer")
    @APIResponse(responseCode = "201", description = "Kept, at this position")
    @APIResponse(responseCode = "403", description = "not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found: the room; the message that it answers, or its thread")
    @APIResponse(responseCode = "429", description = "rate_limited")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<SentMessage> send(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @Nullable NewMessage message) {
        return endpoints.send(new Target.Room(room), ticket, message);
    }

    @PATCH
    @Path("/{author}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a message of one's own another text; the same id again gets the first answer")
    @APIResponse(responseCode = "200", description = "Kept, at this position")
    @APIResponse(responseCode = "403", description = "forbidden: another's message; not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<Kept> edit(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @Nullable NewText text) {
        return endpoints.edit(new Target.Room(room), ticket, message(author, id), text);
    }

    @DELETE
    @Path("/{author}/{id}")
    @Operation(summary = "Have a message gone for everybody: one's own, or any by owner and moderators")
    @APIResponse(responseCode = "200", description = "Kept, at this position")
    @APIResponse(responseCode = "403", description = "forbidden: another's message; not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    public Uni<Kept> delete(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @QueryParam("reason") Optional<String> reason) {
        return endpoints.delete(new Target.Room(room), ticket, message(author, id), reason);
    }

    @PUT
    @Path("/{author}/{id}/reactions/{emoji}")
    @Operation(summary = "Show a reaction to a message")
    @APIResponse(responseCode = "204", description = "Kept; the same again changes nothing")
    @APIResponse(responseCode = "400", description = "invalid: this is not one emoji")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    @APIResponse(responseCode = "409", description = "conflict: there are 20 different ones")
    public Uni<Void> react(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @PathParam("emoji") Emoji emoji) {
        return endpoints.react(new Target.Room(room), ticket, message(author, id), emoji, true);
    }

    @DELETE
    @Path("/{author}/{id}/reactions/{emoji}")
    @Operation(summary = "Show one's reaction to a message no longer")
    @APIResponse(responseCode = "204", description = "Kept; the same again changes nothing")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    public Uni<Void> unreact(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @PathParam("emoji") Emoji emoji) {
        return endpoints.react(new Target.Room(room), ticket, message(author, id), emoji, false);
    }

    @PUT
    @Path("/{author}/{id}/pin")
    @Operation(summary = "Pin a message: by owner and moderators")
    @APIResponse(responseCode = "204", description = "Kept; the same again changes nothing")
    @APIResponse(responseCode = "403", description = "forbidden: only owner and moderators; not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    @APIResponse(responseCode = "409", description = "conflict: 50 messages are pinned")
    public Uni<Void> pin(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id) {
        return endpoints.pin(new Target.Room(room), ticket, message(author, id), true);
    }

    @DELETE
    @Path("/{author}/{id}/pin")
    @Operation(summary = "Pin a message no longer")
    @APIResponse(responseCode = "204", description = "Kept; the same again changes nothing")
    @APIResponse(responseCode = "403", description = "forbidden: only owner and moderators; not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found: there is no such message, or it was deleted")
    public Uni<Void> unpin(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @PathParam("author") Username author,
            @PathParam("id") String id) {
        return endpoints.pin(new Target.Room(room), ticket, message(author, id), false);
    }

    private static MessageRef message(Username author, String id) {
        return new MessageRef(author, MessageId.of(id));
    }
}
