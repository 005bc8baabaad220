package dev.confab.room.membership;

import dev.confab.protocol.Position;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Room;
import dev.confab.room.registry.Standing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Signs tickets; {@link JoinRoom} says what their position promises. */
@ApplicationScoped
class IssueTicket {
    private final SigningKey key;
    private final TicketConfig config;
    private final Counter issued;

    IssueTicket(SigningKey key, TicketConfig config, MeterRegistry metrics) {
        this.key = key;
        this.config = config;
        this.issued = metrics.counter("confab.rooms.tickets");
    }

    Admission to(Username user, Standing standing) {
        Room room = standing.room();
        Position position = room.lastPosition();
        Ticket ticket = new Ticket(
                user,
                room.name(),
                standing.role(),
                room.epoch(),
                position,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(config.lifetime()));
        issued.increment();
        return new Admission(room.name(), ticket.sign(key), ticket.role(), position, room.hasPassword());
    }
}
