package dev.confab.gateway.command;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.log.Backfill;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.Backfill.Page;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Entry;
import dev.confab.gateway.room.Membership;
import dev.confab.gateway.room.Stream;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Makes up for what a client missed before it entered a room: from the ring if that remembers enough, else page by page
 * from whoever does, as fast as the client reads, until the ring has the rest. However much was missed, one page is all
 * that is held of it. A gap that nobody can fill is said aloud ({@code reset}), never passed over.
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Backfill backfill;
    private final ReadPositions positions;

    CatchUp(Backfill backfill, ReadPositions positions) {
        this.backfill = backfill;
        this.positions = positions;
    }

    /** To be called on the client's event loop, as the first thing after the entry. */
    public void fill(Gap gap, Position since, Entry entry) {
        entry.missed()
                .ifPresentOrElse(
                        missed -> entry.membership().goLive(missed, entry.position()), () -> fetch(gap, since, entry));
    }

    private void fetch(Gap gap, Position since, Entry entry) {
        Receiver receiver = entry.membership().receiver();
        backfill.page(gap, since, entry.position())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "can't fill the gap, stream=%s since=%s", gap.stream(), since))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(page -> receiver.loop()
                        .execute(() -> page.ifPresentOrElse(
                                fetched -> write(gap, fetched, entry), () -> startAgain(gap, entry.membership()))));
    }

    private void write(Gap gap, Page page, Entry entry) {
        entry.membership().writeMissed(page.events(), () -> {
            if (entry.position().isAfter(page.through())) {
                fetch(gap, page.through(), entry);
            } else {
                advance(entry.membership(), Optional.of(page.through()), next -> {
                    fill(gap, page.through(), next);
                    next.membership().receiver().flush();
                });
            }
        });
    }

    private void startAgain(Gap gap, Membership membership) {
        advance(membership, Optional.empty(), next -> {
            Frame reset = Frame.of(reset(gap, next.position()));
            membership.goLive(List.of(reset), next.position());
            membership.receiver().flush();
        });
    }

    /** Tells a client that what came before can't be told. */
    public static ServerFrame reset(Gap gap, Position position) {
        return new ServerFrame.Reset(
                gap.target() instanceof Target.Room(var room) ? Optional.of(room) : Optional.empty(),
                gap.stream().conversation(),
                position);
    }

    private void advance(Membership membership, Optional<Position> since, Consumer<Entry> onLoop) {
        Stream stream = membership.stream();
        stream.advance(membership, since, positions.lastRead(stream.key()), onLoop);
    }
}
