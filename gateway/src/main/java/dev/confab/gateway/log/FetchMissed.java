package dev.confab.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Fetches pages from message-service, which has them by one index range and checks the ticket once more, and while that
 * can't be asked from the log itself.
 */
@ApplicationScoped
class FetchMissed implements Backfill {
    /** Events per page: what one client that comes back costs in memory, at 16 KB an event at most. */
    private static final int PAGE = 250;

    private final Remote remote;
    private final RemoteConfig config;
    private final LogScan scan;

    FetchMissed(Remote remote, RemoteConfig config, LogScan scan) {
        this.remote = remote;
        this.config = config;
        this.scan = scan;
    }

    /** A page as message-service answers it. */
    private record Answer(List<JsonNode> events, Position through) {}

    @Override
    public Uni<Optional<Page>> page(Gap gap, Position since, Position upTo) {
        return stored(gap, since, upTo)
                .map(Optional::of)
                .onFailure(FetchMissed::isRefusal)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .recoverWithUni(failure -> scan.page(gap, since, upTo));
    }

    private Uni<Page> stored(Gap gap, Position since, Position upTo) {
        String path = Remote.path(gap.target()) + "/events?after=" + since + "&upTo=" + upTo + "&limit=" + PAGE;
        return remote.as(gap.user(), gap.session())
                .with(Ticket.HEADER, gap.ticket())
                .send(HttpMethod.GET, config.message().url(), path, new byte[0])
                .map(body -> Json.read(body, Answer.class))
                .map(answer -> page(answer, since));
    }

    private static Page page(Answer answer, Position since) {
        if (!answer.through().isAfter(since)) {
            throw new IllegalStateException("message-service gave an empty page");
        }
        return new Page(
                answer.events().stream()
                        .map(event -> Frame.ofJson(Json.text(event)))
                        .toList(),
                answer.through());
    }

    /** The user may not have it; asking elsewhere would be going round that. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ConfabException refused && !refused.code().retryable();
    }
}
