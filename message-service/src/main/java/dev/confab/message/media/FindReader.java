package dev.confab.message.media;

import dev.confab.message.access.RoomAccess;
import dev.confab.message.media.AttachedStore.Whereabouts;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds whether somebody may read a file: if they may read the history of a stream in which it stands. */
@ApplicationScoped
class FindReader {
    private final AttachedStore store;
    private final RoomAccess rooms;
    private final WholeProjection projection;

    FindReader(AttachedStore store, RoomAccess rooms, WholeProjection projection) {
        this.store = store;
        this.rooms = rooms;
        this.projection = projection;
    }

    /**
     * How somebody stands to a file.
     *
     * @param readable whether they may read it where it stands
     * @param standing whether a message has it
     * @param gone whether a message had it that was deleted
     */
    record Access(boolean readable, boolean standing, boolean gone) {}

    /** Nobody is turned away on old news: a message that somebody saw this moment may not be projected yet. */
    Uni<Access> find(MediaId media, Username user) {
        return look(media, user)
                .chain(first -> first.readable() || first.gone()
                        ? Uni.createFrom().item(first)
                        : projection.current().chain(() -> look(media, user)));
    }

    private Uni<Access> look(MediaId media, Username user) {
        return store.find(media)
                .chain(where -> anyReadable(where.streams(), user).map(readable -> access(where, readable)));
    }

    private static Access access(Whereabouts where, boolean readable) {
        return new Access(readable, !where.streams().isEmpty(), where.gone());
    }

    private Uni<Boolean> anyReadable(List<StreamKey> streams, Username user) {
        if (streams.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return isReadable(streams.getFirst(), user)
                .chain(readable ->
                        readable ? Uni.createFrom().item(true) : anyReadable(streams.subList(1, streams.size()), user));
    }

    private Uni<Boolean> isReadable(StreamKey stream, Username user) {
        return stream.room()
                .map(room -> rooms.require(room, user, Optional.empty())
                        .replaceWith(true)
                        .onFailure(FindReader::isDenial)
                        .recoverWithItem(false))
                .orElseGet(() -> Uni.createFrom()
                        .item(stream.conversation().stream()
                                .anyMatch(conversation -> conversation.people().contains(user))));
    }

    private static boolean isDenial(Throwable failure) {
        return failure instanceof ConfabException refusal
                && !refusal.code().retryable()
                && refusal.code() != ErrorCode.INTERNAL;
    }
}
