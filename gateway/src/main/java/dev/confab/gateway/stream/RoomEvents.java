package dev.confab.gateway.stream;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.Admission;
import dev.confab.gateway.command.CatchUp;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Arrival;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.stream.AdmitReaders.Admitted;
import dev.confab.gateway.stream.AdmitReaders.Entrance;
import dev.confab.gateway.stream.Readers.Reader;
import dev.confab.gateway.web.Site;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The event stream of a room. Whoever reads it is in the room as a socket would be: is seen there, and can be kicked. It
 * ends with what ends that, so that whoever comes back is answered with why, or let in again.
 */
@Path("/api/rooms/{room}/events")
@Tag(name = "Messages")
@Authenticated
public class RoomEvents {
    private final CurrentUser user;
    private final CurrentVertxRequest http;
    private final Rooms rooms;
    private final ReadPositions positions;
    private final CatchUp catchUp;
    private final Streams streams;
    private final OpenStream openStream;
    private final Site site;

    RoomEvents(
            CurrentUser user,
            CurrentVertxRequest http,
            Rooms rooms,
            ReadPositions positions,
            CatchUp catchUp,
            Streams streams,
            OpenStream openStream,
            Site site) {
        this.user = user;
        this.http = http;
        this.rooms = rooms;
        this.positions = positions;
        this.catchUp = catchUp;
        this.streams = streams;
        this.openStream = openStream;
        this.site = site;
    }

    /** @param lastEventId is looked at before this is called, as is the ticket */
    @GET
    @Admitted
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Replay a room's events and go on live",
            description =
                    "For members: join the room first. Send the id of the last event as Last-Event-ID to go on after"
                            + " it; a position alone does as well. An event 'reset' says that what came after it can't be"
                            + " told: fetch history, the stream goes on from the position in there. The stream ends after"
                            + " 'kicked', 'banned', 'left' and the deletion of the room, and whenever it is not read fast"
                            + " enough: come back.")
    @APIResponse(
            responseCode = "200",
            description = "Until either side ends it",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(responseCode = "403", description = "not_joined; banned; forbidden: asked for by another site's page")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "429", description = "rate_limited: too many streams of this user or address are open")
    public Uni<Void> stream(
            @PathParam("room") RoomName room,
            @HeaderParam(LastEvent.HEADER) @Nullable String lastEventId,
            @HeaderParam(Ticket.HEADER) @Nullable String ticket,
            @Context ContainerRequestContext request) {
        RoutingContext routing = http.getCurrent();
        Entrance entrance = AdmitReaders.entrance(request);
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            head(routing.response()).end();
            return Uni.createFrom().voidItem();
        }
        StreamReceiver receiver = openStream.over(routing.request());
        Reader reader = new Reader(user.username(), user.session(), site.address(routing.request()), receiver);
        streams.add(reader);
        return Uni.createFrom().emitter(done -> begin(reader, routing, entrance, done));
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        return response.setChunked(true)
                .putHeader("Content-Type", MediaType.SERVER_SENT_EVENTS)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
    }

    private void begin(Reader reader, RoutingContext routing, Entrance entrance, UniEmitter<? super Void> done) {
        if (routing.response().closed()) {
            streams.remove(reader); // their client has left meanwhile, and nobody will be told of it again
            return;
        }
        StreamReceiver receiver = reader.receiver();
        head(routing.response());
        receiver.start();
        RoomName name = entrance.admission().room();
        Room room = rooms.get(name);
        Arrival arrival =
                new Arrival(receiver, reader.user(), entrance.admission().asOf(), entrance.since());
        Optional<Membership> membership =
                room.enter(arrival, positions.lastRead(room.key()), entry -> onEntered(reader, entrance, entry));
        routing.addEndHandler(over -> {
            receiver.stop();
            streams.remove(reader);
            membership.ifPresent(room::leave);
            done.complete(null);
        });
        if (membership.isEmpty()) {
            receiver.onEvicted(); // they come back, and are answered with why, or let in again
        }
    }

    private void onEntered(Reader reader, Entrance entrance, Entry entry) {
        Admission admission = entrance.admission();
        Gap gap = new Gap(
                reader.user(), reader.session(), new Target.Room(admission.room()), Optional.of(admission.ticket()));
        if (entrance.startsAgain()) {
            reader.receiver().write(List.of(Frame.of(CatchUp.reset(gap, entry.position()))));
        }
        catchUp.fill(gap, entrance.since().orElse(entry.position()), entry);
    }
}
