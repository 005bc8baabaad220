package dev.confab.protocol;

/**
 * A record of {@link Topic#SESSIONS}: from now on the session's access tokens are void and its sockets are to be closed
 * with {@link CloseCode#SESSION_ENDED}.
 *
 * @param reason why, in words a log reader understands: {@code logout}, {@code password changed}, …
 */
public record SessionEnded(SessionId session, Username user, String reason) {}
