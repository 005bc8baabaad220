package dev.confab.chassis.security;

import java.util.Locale;
import org.jboss.logging.Logger;

/** What is worth watching. {@code user} is always whom it happened to, {@code by} who did it where that is another. */
public enum SecurityEvent {
    REGISTERED(Logger.Level.INFO),
    /** Too many accounts from one address. */
    REGISTRATION_THROTTLED(Logger.Level.WARN),
    SIGNED_IN(Logger.Level.INFO),
    /** {@code reason}: wrong_password, unknown_user or disabled. Names that nobody has are not told: some are passwords. */
    SIGN_IN_FAILED(Logger.Level.WARN),
    SIGN_IN_THROTTLED(Logger.Level.WARN),
    PASSWORD_CHANGED(Logger.Level.INFO),
    /** {@code reason}: that of the end. */
    SESSION_ENDED(Logger.Level.INFO),
    /** A refresh token came back that had been used up: somebody else has it. */
    TOKEN_REUSED(Logger.Level.WARN),
    /** {@code reason}: expired, ended, invalid or refresh. */
    TOKEN_REFUSED(Logger.Level.INFO),
    /** Another site's page asked with a visitor's cookies. */
    ORIGIN_REFUSED(Logger.Level.WARN),
    ACCOUNT_DISABLED(Logger.Level.WARN),
    ACCOUNT_ENABLED(Logger.Level.WARN),
    /** Somebody who is no operator tried what only operators may. */
    OPERATOR_REFUSED(Logger.Level.WARN),
    KICKED(Logger.Level.INFO),
    BANNED(Logger.Level.INFO),
    BAN_LIFTED(Logger.Level.INFO),
    /** {@code reason}: the role that they have now. */
    ROLE_CHANGED(Logger.Level.INFO),
    ROOM_DELETED(Logger.Level.INFO),
    /** {@code reason}: set or removed. */
    ROOM_PASSWORD_CHANGED(Logger.Level.INFO),
    ROOM_PASSWORD_WRONG(Logger.Level.INFO),
    ROOM_PASSWORD_THROTTLED(Logger.Level.WARN),
    /** A connection that went on flooding was closed. */
    FLOOD_CLOSED(Logger.Level.WARN);

    private final Logger.Level level;

    SecurityEvent(Logger.Level level) {
        this.level = level;
    }

    Logger.Level level() {
        return level;
    }

    /** As in logs and metrics: {@code snake_case}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
