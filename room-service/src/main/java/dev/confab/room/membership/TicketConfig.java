package dev.confab.room.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Tickets: what lets somebody into a room again without asking anybody. */
@ConfigMapping(prefix = "confab.tickets")
public interface TicketConfig {
    /** How long a ticket lets its user in again; kicks are remembered as long. */
    @WithDefault("7d")
    Duration lifetime();
}
