package dev.confab.gateway.command;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.log.Backfill;
import dev.confab.gateway.room.Entry;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes up for what a client missed before it entered a room, from the ring if that remembers enough and else from
 * whoever does. A gap that nobody can fill is said aloud ({@code reset}), never passed over.
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Backfill backfill;

    CatchUp(Backfill backfill) {
        this.backfill = backfill;
    }

    /** To be called on the client's event loop, as the first thing after the entry. */
    public void fill(Username user, SessionId session, Admission admission, Position since, Entry entry) {
        if (entry.missed().isPresent()) {
            entry.membership().catchUp(entry.missed().get(), entry.position());
            return;
        }
        Receiver receiver = entry.membership().receiver();
        backfill.between(user, session, admission.room(), admission.ticket(), since, entry.position())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "can't fill the gap, room=%s since=%s", admission.room(), since))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(missed -> receiver.loop().execute(() -> {
                    entry.membership().catchUp(missed.orElseGet(() -> List.of(reset(admission))), entry.position());
                    receiver.flush();
                }));
    }

    private static Frame reset(Admission admission) {
        return Frame.of(new ServerFrame.Reset(admission.room()));
    }
}
