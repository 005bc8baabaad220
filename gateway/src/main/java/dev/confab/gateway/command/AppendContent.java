package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.log.RoomLog;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.room.Stream;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.session.Author;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.Destination;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Keeps what somebody writes in the log of its stream, once for each id. No database is asked: that the author may write in a
 * room was judged when they came in, and every fence since has put them out.
 */
@ApplicationScoped
public class AppendContent {
    private final Accounts accounts;
    private final Rooms rooms;
    private final Streams streams;
    private final RoomLog log;
    private final ReadPositions positions;

    AppendContent(Accounts accounts, Rooms rooms, Streams streams, RoomLog log, ReadPositions positions) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.streams = streams;
        this.log = log;
        this.positions = positions;
    }

    /**
     * Answers where the content stands, also if it was said before with the same id. It takes effect as soon as the log is
     * asked, which keeps what is said in that order.
     *
     * @param content made for its destination, by this author and with this id
     * @return fails with {@code not_found} if there is nobody of that name, {@code unavailable} when the log can't be appended
     *     to or read; then it is to be asked again with the same id
     * @throws ConfabException {@code not_joined}
     */
    public Uni<Effect<Sent>> append(
            Author author, Target target, MessageId id, Function<Destination, Content> content) {
        Position since = author.inSince(target);
        return destination(author.user(), target)
                .map(destination -> new Effect<>(streams.with(
                        target,
                        author.user(),
                        stream -> stream.once(
                                author.user(), id, () -> append(author, since, stream, content.apply(destination))))));
    }

    private Uni<Sent> append(Author author, Position since, Stream stream, Content content) {
        author.requireSend();
        return log.append(content, stream.authorize(author.user(), since, positions.lastRead(stream.key())));
    }

    private Uni<Destination> destination(Username from, Target target) {
        return switch (target) {
            case Target.Room(var name) ->
                Uni.createFrom()
                        .item(new Destination.ToRoom(
                                rooms.find(name).map(Room::name).orElse(name)));
            case Target.Person(var name) -> accounts.require(name).map(to -> Destination.between(from, to.user()));
        };
    }
}
