package dev.confab.gateway.command;

import dev.confab.gateway.command.FindContent.Found;
import dev.confab.gateway.room.Known;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.session.Author;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds, so that the answer is a clear one, whether the message that a command is about is there, and whether its author may do
 * that to it. What nobody can tell is let pass: the readers of the log judge, so that people can edit and delete while the
 * database is away.
 */
@ApplicationScoped
class CheckSubject {
    private final Streams streams;
    private final FindContent findContent;

    CheckSubject(Streams streams, FindContent findContent) {
        this.streams = streams;
        this.findContent = findContent;
    }

    /**
     * Answers where stands what the command asks for, if that was said already and what it is about has gone since, maybe by it;
     * else fails with {@code not_found}, {@code forbidden}, {@code conflict}, {@code invalid}, or lets it pass.
     */
    Uni<Optional<Sent>> check(Author author, ContentCommand command) {
        return Uni.createFrom()
                .deferred(() -> judge(author, command))
                .map(passed -> Optional.<Sent>empty())
                .onFailure(FindContent::isNotFound)
                .recoverWithUni(missing -> before(author, command).invoke(sent -> {
                    if (sent.isEmpty()) {
                        throw (ConfabException) missing;
                    }
                }));
    }

    /** Where it stands if it was said before: here a moment ago, or longer ago. */
    private Uni<Optional<Sent>> before(Author author, ContentCommand command) {
        return streams.with(command.target(), author.user(), stream -> stream.sent(author.user(), command.id()))
                .map(sent -> sent.map(Optional::of))
                .orElseGet(() -> findContent.sent(author, command.target(), command.id()));
    }

    private Uni<Void> judge(Author author, ContentCommand command) {
        return switch (command) {
            case ContentCommand.Send send -> replyTo(author, send).chain(() -> thread(author, send));
            case ContentCommand.Edit edit -> edit(author, edit);
            case ContentCommand.Delete delete -> delete(author, delete);
            case ContentCommand.React react -> react(author, react);
            case ContentCommand.Pin pin -> pin(author, pin);
        };
    }

    private Uni<Void> replyTo(Author author, ContentCommand.Send send) {
        return send.replyTo()
                .map(answered -> requireThere(author, send.target(), answered, "replyTo"))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> thread(Author author, ContentCommand.Send send) {
        return send.thread()
                .map(root -> look(author, send.target(), root, "thread").invoke(known -> {
                    if (known.filter(Known::inThread).isPresent()) {
                        throw new ConfabException(
                                ErrorCode.INVALID, "This message is in a thread itself: answer its root.", "thread");
                    }
                }))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .replaceWithVoid();
    }

    private Uni<Void> edit(Author author, ContentCommand.Edit edit) {
        require(edit.about().author().equals(author.user()), "Only its author can edit a message.");
        return requireThere(author, edit.target(), edit.about(), "about");
    }

    private Uni<Void> delete(Author author, ContentCommand.Delete delete) {
        require(
                delete.about().author().equals(author.user()) || isModerator(author, delete.target()),
                "Only its author can delete a message, and in a room its owner and moderators.");
        return requireThere(author, delete.target(), delete.about(), "about");
    }

    private Uni<Void> react(Author author, ContentCommand.React react) {
        if (!react.on()) {
            return requireThere(author, react.target(), react.about(), "about");
        }
        return requireRoom(
                author,
                react,
                found -> found.takes(react.emoji()),
                "A message can have " + Content.Reacted.MAX_DIFFERENT + " different reactions.");
    }

    private Uni<Void> pin(Author author, ContentCommand.Pin pin) {
        require(
                pin.target() instanceof Target.Person || isModerator(author, pin.target()),
                "Only the room's owner and moderators can pin a message.");
        if (!pin.on()) {
            return requireThere(author, pin.target(), pin.about(), "about");
        }
        return requireRoom(
                author,
                pin,
                Found::canBePinned,
                "At most " + Content.Pinned.MAX_PINS + " messages can be pinned. Unpin one first.");
    }

    /** How much there is on a message, or in a stream, only history knows; so it is asked, once, whatever is remembered. */
    private Uni<Void> requireRoom(
            Author author, ContentCommand.AboutMessage command, Predicate<Found> hasRoom, String refusal) {
        Optional<Known> remembered = remembered(author, command.target(), command.about());
        remembered.ifPresent(known -> requireStands(known, "about"));
        return findContent
                .find(author, command.target(), command.about())
                .invoke(found -> {
                    requireStands(remembered.orElseGet(() -> known(found, "about")), "about");
                    if (found.filter(hasRoom.negate()).isPresent()) {
                        throw new ConfabException(ErrorCode.CONFLICT, refusal);
                    }
                })
                .onFailure(CheckSubject::canNotTell)
                .recoverWithItem(Optional.empty())
                .replaceWithVoid();
    }

    private Uni<Void> requireThere(Author author, Target target, MessageRef ref, String field) {
        return look(author, target, ref, field).replaceWithVoid();
    }

    /** What is known of a message; absent while nobody can tell. Fails with {@code not_found}. */
    private Uni<Optional<Known>> look(Author author, Target target, MessageRef ref, String field) {
        return remembered(author, target, ref)
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> findContent.find(author, target, ref).map(found -> known(found, field)))
                .invoke(known -> requireStands(known, field))
                .map(Optional::of)
                .onFailure(CheckSubject::canNotTell)
                .recoverWithItem(Optional.empty());
    }

    private Optional<Known> remembered(Author author, Target target, MessageRef ref) {
        return streams.with(target, author.user(), stream -> stream.find(ref));
    }

    private static Known known(Optional<Found> found, String field) {
        return found.filter(Found::message)
                .map(message -> new Known(message.deleted(), message.thread().isPresent()))
                .orElseThrow(() -> missing(field));
    }

    private static void requireStands(Known known, String field) {
        if (known.deleted()) {
            throw missing(field);
        }
    }

    private boolean isModerator(Author author, Target target) {
        return streams.with(target, author.user(), stream -> stream.isModerator(author.user()));
    }

    private static void require(boolean allowed, String refusal) {
        if (!allowed) {
            throw new ConfabException(ErrorCode.FORBIDDEN, refusal);
        }
    }

    private static ConfabException missing(String field) {
        return new ConfabException(ErrorCode.NOT_FOUND, "There is no such message here, or it was deleted.", field);
    }

    /** Whether history did not answer, or knows the author's membership not yet. */
    private static boolean canNotTell(Throwable failure) {
        return failure instanceof ConfabException refusal
                && (refusal.code().retryable() || refusal.code() == ErrorCode.NOT_JOINED);
    }
}
