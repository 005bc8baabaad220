package dev.confab.gateway.stream;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.CatchUp;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.stream.AdmitReaders.Admitted;
import dev.confab.gateway.stream.AdmitReaders.Entrance;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
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
import java.util.List;
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
    private final LogEpoch epoch;
    private final CatchUp catchUp;
    private final Streams streams;

    RoomEvents(
            CurrentUser user, Rooms rooms, ReadPositions positions, LogEpoch epoch, CatchUp catchUp, Streams streams) {
        this.user = user;
        this.rooms = rooms;
        this.positions = positions;
        this.epoch = epoch;
        this.catchUp = catchUp;
        this.streams = streams;
    }

    /** @param lastEventId is looked at before this is called, as is the ticket */
    @GET
    @Admitted
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Replay a room's events and go on live",
            description = "Send the id of the last event as Last-Event-ID to go on after it; a position alone does as"
                    + " well. An event 'reset' says that what came after it can't be told: fetch history, the stream"
                    + " goes on from the position in there.")
    public Multi<OutboundSseEvent> stream(
            @PathParam("room") RoomName room,
            @HeaderParam(LastEvent.HEADER) @Nullable String lastEventId,
            @HeaderParam(Ticket.HEADER) @Nullable String ticket,
            @Context ContainerRequestContext request,
            @Context Sse sse) {
        Username name = user.username();
        SessionId session = user.session();
        Entrance entrance = AdmitReaders.entrance(request);
        EventLoop loop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
        Demand demand = new Demand(loop);
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        stream -> enter(
                                new StreamReceiver(loop, stream, demand, epoch.current(), sse),
                                stream,
                                name,
                                session,
                                entrance),
                        MAX_WAITING)
                .onRequest()
                .invoke(demand::onAsked);
    }

    private void enter(
            StreamReceiver receiver, MultiEmitter<?> stream, Username reader, SessionId session, Entrance entrance) {
        streams.add(session, receiver);
        RoomName name = entrance.admission().room();
        Room room = rooms.get(name);
        Membership membership = room.enter(
                receiver,
                reader,
                entrance.since(),
                positions.of(name),
                entry -> start(receiver, reader, session, entrance, entry));
        ScheduledFuture<?> keepAlive = receiver.loop()
                .scheduleAtFixedRate(receiver::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        stream.onTermination(() -> {
            keepAlive.cancel(false);
            streams.remove(session, receiver);
            room.leave(membership);
        });
    }

    private void start(StreamReceiver receiver, Username reader, SessionId session, Entrance entrance, Entry entry) {
        receiver.keepAlive();
        RoomName room = entrance.admission().room();
        if (entrance.startsAgain()) {
            ServerFrame reset = new ServerFrame.Reset(room, entry.position());
            receiver.write(List.of(Frame.of(reset)), Receiver.Loss.CLOSE);
        }
        Gap gap = new Gap(reader, session, room, entrance.admission().ticket());
        catchUp.fill(gap, entrance.since().orElse(entry.position()), entry);
    }
}
