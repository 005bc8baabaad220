package dev.confab.message.access;

import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.AwaitProjection;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets people into rooms: rooms without a password are open to all who are not banned, others to members and to who
 * shows a ticket. Nobody is turned away on old news: before a denial the projection has to be current.
 */
@ApplicationScoped
public class RoomAccess {
    private final AccessStore store;
    private final Epochs epochs;
    private final LogEnds logEnds;
    private final AwaitProjection projection;
    private final SigningKey key;

    RoomAccess(AccessStore store, Epochs epochs, LogEnds logEnds, AwaitProjection projection, SigningKey key) {
        this.store = store;
        this.epochs = epochs;
        this.logEnds = logEnds;
        this.projection = projection;
        this.key = key;
    }

    /**
     * A room that may be read and written.
     *
     * @param name as it was first written, where that is known
     * @param stream absent as long as nothing is projected of it
     * @param deleted where another room of this name was deleted last
     */
    public record Open(RoomName name, Optional<Integer> stream, Optional<LogPosition> deleted) {}

    /** @param signedTicket as the client sent it; one that is not genuine counts as none */
    public Uni<Open> require(RoomName room, Username user, Optional<String> signedTicket) {
        Optional<Ticket> ticket = ticket(room, user, signedTicket);
        return judge(room, user, ticket)
                .chain(first -> first.denial().isEmpty()
                        ? Uni.createFrom().item(first)
                        : current(room).chain(() -> judge(room, user, ticket)))
                .map(Verdict::orRefuse);
    }

    /** As {@link #require}, for somebody who has to show a ticket that is still worth something, whatever the room. */
    Uni<Open> requireWithTicket(RoomName room, Username user, Optional<String> signedTicket) {
        Optional<Ticket> ticket = ticket(room, user, signedTicket);
        return epochs.current()
                .chain(epoch -> judge(room, user, ticket).map(verdict -> verdict.unlessTicketEnded(ticket, epoch)))
                .map(Verdict::orRefuse);
    }

    private Optional<Ticket> ticket(RoomName room, Username user, Optional<String> signed) {
        return signed.flatMap(token -> Ticket.verify(key, token, user, room, Instant.now()))
                .filter(epochs::isPresent);
    }

    private record Verdict(RoomName room, Optional<RoomStanding> standing, Optional<ErrorCode> denial) {
        Open orRefuse() {
            denial.ifPresent(code -> {
                throw refusal(code);
            });
            Optional<RoomStanding.Facts> facts = standing.flatMap(RoomStanding::facts);
            return new Open(
                    facts.map(RoomStanding.Facts::name).orElse(room),
                    standing.map(RoomStanding::stream),
                    facts.flatMap(RoomStanding.Facts::deleted));
        }

        Verdict unlessTicketEnded(Optional<Ticket> ticket, int epoch) {
            boolean valid = ticket.filter(shown ->
                            standing.filter(known -> known.ends(shown, epoch)).isEmpty())
                    .isPresent();
            return valid || denial.isPresent() ? this : new Verdict(room, standing, Optional.of(ErrorCode.NOT_JOINED));
        }
    }

    private Uni<Verdict> judge(RoomName room, Username user, Optional<Ticket> ticket) {
        return epochs.current()
                .chain(epoch -> store.standing(room, user, Instant.now())
                        .map(standing ->
                                new Verdict(room, standing, RoomStanding.denial(room, standing, ticket, epoch))));
    }

    private Uni<Void> current(RoomName room) {
        int partition = logEnds.partition(StreamKey.of(room));
        return logEnds.end(partition).chain(end -> projection.until(partition, end));
    }

    private static ConfabException refusal(ErrorCode code) {
        return new ConfabException(
                code,
                switch (code) {
                    case BANNED -> "You are banned from this room.";
                    case NOT_JOINED -> "A valid ticket of this user and room is needed.";
                    case FORBIDDEN -> "This room has a password. Join it first.";
                    default -> "There is no such room.";
                });
    }
}
