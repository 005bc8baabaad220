package dev.confab.protocol;

/** The one catalogue of WebSocket close codes. */
public enum CloseCode {
    POLICY(1008, false, "Broke a rule of the protocol"),
    TOO_BIG(1009, false, "A frame was too big"),
    RESTART(1012, true, "This replica restarts: come back and resume"),
    TRY_LATER(1013, true, "Too busy: come back later"),
    SESSION_ENDED(4001, false, "Signed out"),
    TOO_SLOW(4008, true, "Read too slowly: come back and resume");

    private final int code;
    private final boolean retryable;
    private final String reason;

    CloseCode(int code, boolean retryable, String reason) {
        this.code = code;
        this.retryable = retryable;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** Whether the client may connect again by itself. */
    public boolean retryable() {
        return retryable;
    }

    public String reason() {
        return reason;
    }
}
