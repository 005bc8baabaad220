package dev.confab.gateway.rest;

import dev.confab.gateway.session.Author;
import dev.confab.protocol.Position;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import java.util.function.Consumer;

/**
 * Who sends a request that was admitted.
 *
 * @param since when it was found that they are in the stream
 * @param rate takes a message off what the user may send now, or refuses it
 */
record Caller(Username user, SessionId session, Position since, Consumer<Username> rate) implements Author {
    @Override
    public Position inSince(Target target) {
        return since;
    }

    @Override
    public void requireSend() {
        rate.accept(user);
    }
}
