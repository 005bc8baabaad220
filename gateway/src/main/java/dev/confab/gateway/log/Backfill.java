package dev.confab.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a room while a client was away for longer than the ring remembers: from message-service, which has it
 * by one index range a page, else from the log itself.
 */
@ApplicationScoped
public class Backfill {
    /** A client that missed more than this starts again from history. */
    public static final int MAX_EVENTS = 5_000;

    private static final int PAGE = 500;

    private final Remote remote;
    private final RemoteConfig config;
    private final LogScan scan;

    Backfill(Remote remote, RemoteConfig config, LogScan scan) {
        this.remote = remote;
        this.config = config;
        this.scan = scan;
    }

    /** A page of a room's events. */
    private record Page(List<JsonNode> events, Position through) {}

    /**
     * Every event of the room after {@code since}, up to and including {@code upTo}, in order.
     *
     * @return absent if they are too many, or the log does not reach back so far
     */
    public Uni<Optional<List<Frame>>> between(
            Username user, SessionId session, RoomName room, String ticket, Position since, Position upTo) {
        Remote.Caller caller = remote.as(user, session).with("Confab-Ticket", ticket);
        return pages(caller, room, since, upTo, List.of())
                .onFailure()
                .recoverWithUni(failure -> scan.between(room, since, upTo));
    }

    private Uni<Optional<List<Frame>>> pages(
            Remote.Caller caller, RoomName room, Position since, Position upTo, List<Frame> earlier) {
        if (!upTo.isAfter(since)) {
            return Uni.createFrom().item(Optional.of(earlier));
        }
        if (earlier.size() > MAX_EVENTS) {
            return Uni.createFrom().item(Optional.empty());
        }
        return page(caller, room, since, upTo).chain(page -> {
            List<Frame> all = new ArrayList<>(earlier);
            page.events().forEach(event -> all.add(Frame.ofJson(Json.text(event))));
            return pages(caller, room, page.through(), upTo, all);
        });
    }

    private Uni<Page> page(Remote.Caller caller, RoomName room, Position since, Position upTo) {
        String path = "/internal/rooms/" + Remote.segment(room.value()) + "/events?after=" + since + "&upTo=" + upTo
                + "&limit=" + PAGE;
        return caller.send(HttpMethod.GET, config.message().url(), path, new byte[0])
                .map(body -> Json.read(body, Page.class))
                .invoke(page -> requireProgress(page, since));
    }

    private static void requireProgress(Page page, Position since) {
        if (!page.through().isAfter(since)) {
            throw new IllegalStateException("message-service gave an empty page");
        }
    }
}
