package dev.confab.message.history;

import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;

/**
 * Somebody reads a stream.
 *
 * @param access looks up the stream, whenever it is subscribed to; fails if they may not read it
 */
public record Visit(StreamKey key, Username reader, Uni<OpenStream> access) {}
