package dev.confab.gateway.log;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Waits until this gateway has read a room's log as far as somebody else has. */
@ApplicationScoped
public class AwaitRead {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadPositions positions;

    AwaitRead(ReadPositions positions) {
        this.positions = positions;
    }

    /**
     * Done, where it was asked for, when everything up to the position has been applied. That is at once, unless somebody has
     * just come in, was kicked or the like.
     *
     * @return fails with {@code unavailable} if the log is not read as far in time
     */
    public Uni<Void> until(RoomName room, Position position) {
        StreamKey stream = StreamKey.of(room);
        if (isRead(stream, position)) {
            return Uni.createFrom().voidItem();
        }
        Optional<Context> here = Optional.ofNullable(Vertx.currentContext());
        Executor executor = here.map(MutinyHelper::executor).orElse(Runnable::run);
        return Uni.createFrom()
                .item(stream)
                .onItem()
                .delayIt()
                .by(LOOK_AGAIN)
                .repeat()
                .until(waiting -> isRead(waiting, position))
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ConfabException.unavailable("The room's log"))
                .emitOn(executor)
                .replaceWithVoid();
    }

    private boolean isRead(StreamKey stream, Position position) {
        return !position.isAfter(positions.lastRead(stream));
    }
}
