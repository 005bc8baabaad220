package dev.confab.gateway.command;

import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.log.RoomLog;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.room.Stream;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.session.Author;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Position;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps what somebody writes in the log of its stream, once for each id. No database has to answer: that the author may write in
 * a room was judged when they came in, and every fence since has put them out.
 */
@ApplicationScoped
public class AppendContent {
    private final Destinations destinations;
    private final Streams streams;
    private final CheckSubject checkSubject;
    private final FindMentions findMentions;
    private final OpenAttachments openAttachments;
    private final RoomLog log;
    private final ReadPositions positions;

    AppendContent(
            Destinations destinations,
            Streams streams,
            CheckSubject checkSubject,
            FindMentions findMentions,
            OpenAttachments openAttachments,
            RoomLog log,
            ReadPositions positions) {
        this.destinations = destinations;
        this.streams = streams;
        this.checkSubject = checkSubject;
        this.findMentions = findMentions;
        this.openAttachments = openAttachments;
        this.log = log;
        this.positions = positions;
    }

    /**
     * Answers where the content stands, also if it was said before with the same id. It takes effect as soon as the log is
     * asked, which keeps what is said in that order.
     *
     * @return fails with {@code not_found} if there is nobody of that name, or no message that it is about, with
     *     {@code forbidden}, {@code conflict} or {@code invalid} if it may not be written, and with {@code unavailable} when the
     *     log can't be appended to or read; then it is to be asked again with the same id
     * @throws ConfabException {@code not_joined}
     */
    public Uni<Effect<Sent>> append(Author author, ContentCommand command) {
        Position since = author.inSince(command.target());
        return destinations
                .of(author.user(), command.target())
                .chain(destination -> before(author, command)
                        .map(sent -> Uni.createFrom().item(sent))
                        .orElseGet(() -> checkSubject
                                .check(author, command)
                                .map(first -> first.map(sent -> Uni.createFrom().item(sent))
                                        .orElseGet(() -> once(author, since, command, destination)))))
                .map(Effect::new);
    }

    /** Where it stands, if it was said lately or is being said. */
    private Optional<Uni<Sent>> before(Author author, ContentCommand command) {
        return streams.with(command.target(), author.user(), stream -> stream.sent(author.user(), command.id()));
    }

    private Uni<Sent> once(Author author, Position since, ContentCommand command, Destination destination) {
        Content content = command.content(
                destination, author.user(), findMentions.of(author, command), openAttachments.of(author, command));
        return streams.with(
                command.target(),
                author.user(),
                stream -> stream.once(author.user(), command.id(), () -> append(author, since, stream, content)));
    }

    private Uni<Sent> append(Author author, Position since, Stream stream, Content content) {
        author.requireSend();
        return log.append(content, stream.authorize(author.user(), since, positions.lastRead(stream.key())));
    }
}
