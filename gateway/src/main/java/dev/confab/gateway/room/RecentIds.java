package dev.confab.gateway.room;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The ids of what was said last in a stream, so that a repeated send is answered like the first one, also while that is under way
 * or has not been read back yet, and a repeated record is void. Guarded by its {@link Stream}.
 */
final class RecentIds {
    private static final int MAX = 512;
    /** Sends of one stream that may wait to be kept and read back; more are refused. */
    static final int MAX_UNDER_WAY = 8192;

    /** How long an answer waits at most for the log to be read as far as the message. */
    private static final Duration READ_BACK = Duration.ofSeconds(2);

    private record Key(Username from, MessageId id) {}

    /**
     * @param kept done when the log has the message
     * @param stands done when the log has been read as far as the first message with the id
     */
    private record UnderWay(Uni<Sent> kept, CompletableFuture<Sent> stands) {

        Uni<Sent> answer() {
            return kept.chain(() -> Uni.createFrom()
                    .completionStage(stands.copy())
                    .ifNoItem()
                    .after(READ_BACK)
                    .failWith(() -> ConfabException.unavailable("Sending")));
        }
    }

    private final Map<Key, Sent> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sent> eldest) {
            return size() > MAX;
        }
    };
    private final Map<Key, UnderWay> sends = Collections.synchronizedMap(new HashMap<>());

    /**
     * Notes a message that was read back. Where it stands is all that is kept of its sending.
     *
     * @return whether the id was not known, or was known at this very position
     */
    boolean add(Username from, MessageId id, Position position, Instant at) {
        Key key = new Key(from, id);
        Sent read = new Sent(position, at);
        Sent first = known.putIfAbsent(key, read);
        Sent stands = first == null ? read : first;
        UnderWay send = sends.remove(key);
        if (send != null) {
            send.stands().complete(stands);
        }
        return stands.position().equals(position);
    }

    /** Whether nothing is being sent. */
    boolean isIdle() {
        return sends.isEmpty();
    }

    /** Notes that a message was read back which is void, so that it stands nowhere. */
    void onVoid(Username from, MessageId id) {
        UnderWay send = sends.remove(new Key(from, id));
        if (send != null) {
            send.stands().completeExceptionally(ConfabException.unavailable("Sending"));
        }
    }

    /** Forgets where content stands, for that was in a room which is gone. What is under way has yet to be read back. */
    void clear() {
        known.clear();
    }

    /** Whether the id is known from an earlier position than this. */
    boolean isRepeated(Username from, MessageId id, Position position) {
        Sent first = known.get(new Key(from, id));
        return first != null && position.isAfter(first.position());
    }

    /**
     * Where the message with this id stands; sends it, if that was not done lately. A send that fails counts for nothing.
     *
     * <p>That it was kept is no answer yet: another gateway may have been asked to send the same before, and have done so a
     * moment ago. Which one is the first is known when the log has been read that far.
     *
     * @return fails with {@code unavailable} if the log is not read in time, or the message is void; to be asked again with
     *     the same id
     */
    Uni<Sent> once(Username from, MessageId id, Supplier<Uni<Sent>> send) {
        return find(from, id).orElseGet(() -> begin(new Key(from, id), send));
    }

    /** Where the message with this id stands, if it was sent lately or is being sent. */
    Optional<Uni<Sent>> find(Username from, MessageId id) {
        Key key = new Key(from, id);
        return Optional.ofNullable(known.get(key))
                .map(first -> Uni.createFrom().item(first))
                .or(() -> Optional.ofNullable(sends.get(key)).map(UnderWay::answer));
    }

    private Uni<Sent> begin(Key key, Supplier<Uni<Sent>> send) {
        if (sends.size() >= MAX_UNDER_WAY) {
            return Uni.createFrom().failure(ConfabException.unavailable("Sending"));
        }
        Uni<Sent> kept =
                send.get().onFailure().invoke(() -> sends.remove(key)).memoize().indefinitely();
        UnderWay underWay = new UnderWay(kept, new CompletableFuture<>());
        sends.put(key, underWay);
        return underWay.answer();
    }
}
