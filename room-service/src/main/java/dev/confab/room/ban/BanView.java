package dev.confab.room.ban;

import dev.confab.protocol.Username;
import dev.confab.room.registry.Ban;
import java.time.Instant;
import java.util.Optional;

/**
 * A ban as moderators see it.
 *
 * @param at when it was decided
 * @param until when it ends by itself, absent if never
 */
record BanView(Username user, Username by, String reason, Instant at, Optional<Instant> until) {
    static BanView of(Ban ban) {
        return new BanView(ban.user(), ban.by(), ban.reason(), ban.bannedAt(), ban.until());
    }
}
