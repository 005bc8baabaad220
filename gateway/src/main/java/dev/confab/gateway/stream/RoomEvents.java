package dev.confab.gateway.stream;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.Admission;
import dev.confab.gateway.command.CatchUp;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.stream.AdmitReaders.Admitted;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The event stream of a room. Whoever reads it is in the room as a socket would be: is seen there, and can be kicked. */
@Path("/api/rooms/{room}/events")
@Tag(name = "Messages")
@Authenticated
public class RoomEvents {
    private static final int MAX_WAITING = 4_096;
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final CurrentUser user;
    private final Rooms rooms;
    private final ReadPositions positions;
    private final CatchUp catchUp;
    private final Streams streams;

    RoomEvents(CurrentUser user, Rooms rooms, ReadPositions positions, CatchUp catchUp, Streams streams) {
        this.user = user;
        this.rooms = rooms;
        this.positions = positions;
        this.catchUp = catchUp;
        this.streams = streams;
    }

    /** @param ticket is looked at before this is called */
    @GET
    @Admitted
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Replay a room's events and go on live",
            description = "The id of an event is its position: send the last one as Last-Event-ID to go on after it.")
    public Multi<OutboundSseEvent> stream(
            @PathParam("room") RoomName room,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @HeaderParam(Ticket.HEADER) @Nullable String ticket,
            @Context ContainerRequestContext request,
            @Context Sse sse) {
        Username name = user.username();
        SessionId session = user.session();
        Optional<Position> since = Optional.ofNullable(lastEventId).map(RoomEvents::position);
        EventLoop loop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
        return Multi.createFrom()
                .emitter(
                        stream -> enter(
                                new StreamReceiver(loop, stream, sse),
                                stream,
                                name,
                                session,
                                AdmitReaders.admission(request),
                                since),
                        MAX_WAITING);
    }

    private void enter(
            StreamReceiver receiver,
            MultiEmitter<?> stream,
            Username name,
            SessionId session,
            Admission admission,
            Optional<Position> since) {
        streams.add(session, receiver);
        Room room = rooms.get(admission.room());
        Membership membership = room.enter(
                receiver,
                name,
                since,
                positions.of(admission.room()),
                entry -> start(receiver, name, session, admission, since, entry));
        ScheduledFuture<?> keepAlive = receiver.loop()
                .scheduleAtFixedRate(receiver::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        stream.onTermination(() -> {
            keepAlive.cancel(false);
            streams.remove(session, receiver);
            room.leave(membership);
        });
    }

    private void start(
            StreamReceiver receiver,
            Username name,
            SessionId session,
            Admission admission,
            Optional<Position> since,
            Entry entry) {
        receiver.keepAlive();
        Gap gap = new Gap(name, session, admission.room(), admission.ticket());
        catchUp.fill(gap, since.orElse(Position.NONE), entry);
    }

    private static Position position(String lastEventId) {
        try {
            return new Position(Long.parseLong(lastEventId));
        } catch (NumberFormatException e) {
            throw new ConfabException(ErrorCode.INVALID, "Last-Event-ID is not a position.", "Last-Event-ID");
        }
    }
}
