package dev.confab.gateway.rest;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.AppendContent;
import dev.confab.gateway.command.FindSent;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sending")
public final class SendResource {
    private final AppendContent appendContent;
    private final FindSent findSent;
    private final AdmitCallers admitCallers;
    private final CurrentUser user;

    SendResource(AppendContent appendContent, FindSent findSent, AdmitCallers admitCallers, CurrentUser user) {
        this.appendContent = appendContent;
        this.findSent = findSent;
        this.admitCallers = admitCallers;
        this.user = user;
    }

    /**
     * What is sent.
     *
     * @param id made by the sender; the same id again is the same message
     */
    public record NewMessage(MessageId id, MessageText text) {
        static NewMessage of(@Nullable NewMessage body) {
            if (body == null) {
                throw new ConfabException(ErrorCode.MALFORMED, "A body with 'id' and 'text' is needed.");
            }
            require(body.id(), "id");
            require(body.text(), "text");
            body.text().requireVisible();
            return body;
        }

        private static void require(@Nullable Object value, String field) {
            if (value == null) {
                throw new ConfabException(ErrorCode.INVALID, "'" + field + "' is missing.", field);
            }
        }
    }

    /** The message is kept, at this position since that time. */
    public record SentMessage(MessageId id, Position position, Instant at) {}

    @POST
    @Path("/rooms/{room}/messages")
    @ResponseStatus(201)
    @Operation(summary = "Write to everybody in a room that one is in; the same id again gets the first answer")
    @APIResponse(responseCode = "201", description = "Kept, at this position")
    @APIResponse(responseCode = "403", description = "not_joined; banned")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "429", description = "rate_limited")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<SentMessage> toRoom(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @Nullable NewMessage message) {
        return send(new Target.Room(room), ticket, NewMessage.of(message));
    }

    @POST
    @Path("/direct/{user}/messages")
    @ResponseStatus(201)
    @Operation(summary = "Write to one person; the same id again gets the first answer")
    @APIResponse(responseCode = "201", description = "Kept, at this position")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name")
    @APIResponse(responseCode = "429", description = "rate_limited")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<SentMessage> direct(@PathParam("user") Username recipient, @Nullable NewMessage message) {
        return send(new Target.Person(recipient), Optional.empty(), NewMessage.of(message));
    }

    private Uni<SentMessage> send(Target target, Optional<String> ticket, NewMessage message) {
        Username from = user.username();
        SessionId session = user.session();
        return admitCallers
                .admit(user, target, ticket)
                .chain(author -> findSent.find(from, session, target, ticket, message.id())
                        .chain(first -> first.map(sent -> Uni.createFrom().item(sent))
                                .orElseGet(() -> appendContent
                                        .append(
                                                author,
                                                target,
                                                message.id(),
                                                to -> new Content.Posted(to, message.id(), from, message.text()))
                                        .chain(Effect::answer))))
                .map(sent -> new SentMessage(message.id(), sent.position(), sent.at()));
    }
}
