package dev.confab.auth.session;

import java.util.Locale;

/** Why a session ended before its time. */
public enum EndReason {
    LOGOUT,
    DEVICE_ENDED,
    PASSWORD_CHANGED,
    ACCOUNT_DISABLED,
    TOO_MANY,
    TOKEN_REUSED;

    /** In words. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
