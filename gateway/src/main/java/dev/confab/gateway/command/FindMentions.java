package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.presence.PresenceFollower;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.session.Author;
import dev.confab.protocol.Account;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Mentions;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds whom a text names, once, before it is appended: people who exist, and {@code @room} by those who may. */
@ApplicationScoped
class FindMentions {
    private static final String EVERYBODY = "room";
    /** Anybody may name everybody in a room where at most so many people are. */
    private static final int FEW = 50;

    private final Accounts accounts;
    private final Streams streams;
    private final PresenceFollower presence;

    FindMentions(Accounts accounts, Streams streams, PresenceFollower presence) {
        this.accounts = accounts;
        this.streams = streams;
        this.presence = presence;
    }

    /** @throws ConfabException {@code invalid} if they are too many */
    Mentions of(Author author, ContentCommand command) {
        return switch (command) {
            case ContentCommand.Send send -> in(send.text(), author, send.target());
            case ContentCommand.Edit edit -> in(edit.text(), author, edit.target());
            case ContentCommand.Delete _ -> Mentions.NONE;
            case ContentCommand.React _ -> Mentions.NONE;
            case ContentCommand.Pin _ -> Mentions.NONE;
        };
    }

    private Mentions in(MessageText text, Author author, Target target) {
        List<String> names = NamesInText.of(text);
        if (names.isEmpty()) {
            return Mentions.NONE;
        }
        List<Username> people = names.stream()
                .flatMap(name -> registered(name).stream())
                .filter(user -> isIn(user, author, target))
                .distinct()
                .toList();
        if (people.size() > Content.MAX_MENTIONS) {
            throw new ConfabException(
                    ErrorCode.INVALID, "A message can mention " + Content.MAX_MENTIONS + " people.", "text");
        }
        return new Mentions(people, names.contains(EVERYBODY) && mayNameEverybody(author, target));
    }

    /** A full stop or a dash behind a name is part of the sentence, unless somebody is called so. */
    private Optional<Username> registered(String name) {
        for (String candidate = name;
                !candidate.isEmpty();
                candidate = candidate.substring(0, candidate.length() - 1)) {
            Optional<Username> known = accounts.known(new Username(candidate)).map(Account::user);
            if (known.isPresent() || !NamesInText.endsLikeASentence(candidate)) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** In a conversation nobody but the two is there to be named. */
    private static boolean isIn(Username user, Author author, Target target) {
        return switch (target) {
            case Target.Room _ -> true;
            case Target.Person(var other) ->
                Conversation.between(author.user(), other).people().contains(user);
        };
    }

    private boolean mayNameEverybody(Author author, Target target) {
        return switch (target) {
            case Target.Room(var room) ->
                streams.with(target, author.user(), stream -> stream.isModerator(author.user()))
                        || areFew(room, author.user());
            case Target.Person _ -> false;
        };
    }

    private boolean areFew(RoomName room, Username self) {
        return presence.people(room, self).online() <= FEW;
    }
}
