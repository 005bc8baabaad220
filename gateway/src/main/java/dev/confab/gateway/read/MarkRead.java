package dev.confab.gateway.read;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.log.LogEnds;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.session.Author;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps how far somebody has read. It never goes back, and no database is asked. */
@ApplicationScoped
public class MarkRead {
    private final Accounts accounts;
    private final KnownReads known;
    private final ReadLog log;
    private final LogEpoch epoch;
    private final ReadPositions positions;
    private final LogEnds ends;

    MarkRead(Accounts accounts, KnownReads known, ReadLog log, LogEpoch epoch, ReadPositions positions, LogEnds ends) {
        this.accounts = accounts;
        this.known = known;
        this.log = log;
        this.epoch = epoch;
        this.positions = positions;
        this.ends = ends;
    }

    /**
     * Done when it is kept, or was further already.
     *
     * @param hidden whether nobody else is to be told
     * @return fails with {@code invalid} for a position that is yet to come, {@code not_found}, {@code unavailable}
     * @throws ConfabException {@code not_joined}
     */
    public Uni<Void> mark(Author reader, Target target, Position position, boolean hidden) {
        reader.inSince(target);
        StreamKey stream = target.stream(reader.user());
        return exists(target)
                .chain(() -> requireThere(stream, position))
                .chain(() -> keep(new ReadPosition(reader.user(), stream, epoch.current(), position, hidden)));
    }

    private Uni<Void> keep(ReadPosition read) {
        return read.position().isAfter(known.of(read.user(), read.stream()))
                ? log.append(read)
                : Uni.createFrom().voidItem();
    }

    private Uni<?> exists(Target target) {
        return switch (target) {
            case Target.Room _ -> Uni.createFrom().voidItem();
            case Target.Person(Username other) -> accounts.require(other);
        };
    }

    /** This gateway may be behind the one that has shown the position. */
    private Uni<Void> requireThere(StreamKey stream, Position position) {
        if (!position.isAfter(positions.lastRead(stream))) {
            return Uni.createFrom().voidItem();
        }
        return ends.of(stream)
                .invoke(end -> {
                    if (!end.isAfter(position)) {
                        throw new ConfabException(
                                ErrorCode.INVALID, "Nothing stands at this position yet.", "position");
                    }
                })
                .replaceWithVoid();
    }
}
