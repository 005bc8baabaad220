package dev.confab.gateway.session;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Position;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;

/** Somebody who writes, over whatever connection. */
public interface Author {
    Username user();

    SessionId session();

    /**
     * Since when they have been in the stream; nobody has to come into a conversation.
     *
     * @throws ConfabException {@code not_joined}
     */
    Position inSince(Target target);

    /** @throws ConfabException {@code rate_limited} */
    void requireSend();
}
