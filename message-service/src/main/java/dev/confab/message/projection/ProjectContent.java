package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.message.projection.ContentChanges.Pin;
import dev.confab.message.projection.ContentChanges.Revision;
import dev.confab.message.projection.ContentChanges.Talk;
import dev.confab.protocol.Content;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Relation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Decides what content changes that no fence stands against, in rooms and conversations alike. Void is what has an id that its
 * author used before, and what is about a message that does not stand.
 */
final class ProjectContent {
    private final int epoch;
    private final Set<Authored> ids;
    private final Map<Authored, Message> messages;
    private final Reactions reactions;
    private final Pins pins;

    private final Set<Authored> added = new LinkedHashSet<>();
    private final Set<Authored> changed = new LinkedHashSet<>();
    private final Set<Authored> wiped = new LinkedHashSet<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<Authored, ThreadChange> threads = new LinkedHashMap<>();
    private final Map<StreamUser, Talk> conversations = new LinkedHashMap<>();

    /** @param epoch of the log that the run is of */
    ProjectContent(KnownContent known, int epoch) {
        this.epoch = epoch;
        ids = new HashSet<>(known.ids());
        messages = new HashMap<>(known.messages());
        reactions = new Reactions(known.emojis(), known.shown());
        pins = new Pins(known.pins());
    }

    /** Whether it counts. */
    boolean onContent(Content content, LoggedEvent logged) {
        Authored name = Authored.of(content);
        boolean counts = !ids.contains(name) && takeIn(content, logged);
        if (counts) {
            ids.add(name);
        }
        return counts;
    }

    private boolean takeIn(Content content, LoggedEvent logged) {
        return switch (content) {
            case Content.Posted posted -> onPosted(posted, logged);
            case Relation relation ->
                Optional.ofNullable(messages.get(Authored.of(relation.stream(), relation.about())))
                        .filter(message -> !message.isDeleted())
                        .filter(message -> onRelation(relation, message, logged))
                        .isPresent();
        };
    }

    private boolean onPosted(Content.Posted posted, LoggedEvent logged) {
        Message message = Message.of(posted, position(logged), logged.at());
        messages.put(message.name(), message);
        added.add(message.name());
        message.thread().ifPresent(root -> thread(Authored.of(posted.stream(), root), ThreadChange::answered, message));
        posted.to().ifPresent(to -> {
            talk(posted.stream(), posted.from(), to, logged);
            talk(posted.stream(), to, posted.from(), logged);
        });
        return true;
    }

    private boolean onRelation(Relation relation, Message message, LoggedEvent logged) {
        return switch (relation) {
            case Content.Edited edited -> {
                revisions.add(new Revision(
                        message.place(), position(logged), message.text().orElseThrow()));
                change(message.with(edited, position(logged), logged.at()));
                yield true;
            }
            case Content.Deleted deleted -> {
                change(message.with(deleted, position(logged), logged.at()));
                wipe(message);
                yield true;
            }
            case Content.Reacted reacted -> {
                Reaction reaction = new Reaction(message.place(), reacted.emoji(), reacted.from());
                if (reacted.on()) {
                    yield reactions.show(reaction, logged.at());
                }
                reactions.hide(reaction);
                yield true;
            }
            case Content.Pinned pinned -> {
                if (pinned.on()) {
                    yield pins.pin(message.place(), new Pin(pinned.from(), position(logged), logged.at()));
                }
                pins.unpin(message.place());
                yield true;
            }
        };
    }

    private void change(Message message) {
        messages.put(message.name(), message);
        if (!added.contains(message.name())) {
            changed.add(message.name());
        }
    }

    private void wipe(Message message) {
        wiped.add(message.name());
        revisions.removeIf(revision -> revision.message().equals(message.place()));
        reactions.wipe(message.place());
        pins.unpin(message.place());
        message.thread()
                .ifPresent(root -> thread(Authored.of(message.name().stream(), root), ThreadChange::deleted, message));
    }

    private void thread(Authored root, BiFunction<ThreadChange, Message, ThreadChange> change, Message answer) {
        threads.put(root, change.apply(threads.getOrDefault(root, ThreadChange.NONE), answer));
    }

    private void talk(StreamKey stream, Username user, Username other, LoggedEvent logged) {
        conversations.merge(
                new StreamUser(stream, user),
                new Talk(other, logged.position(), logged.position(), logged.at()),
                (before, now) -> new Talk(now.other(), before.first(), now.last(), now.at()));
    }

    private LogPosition position(LoggedEvent logged) {
        return new LogPosition(epoch, logged.position());
    }

    ContentChanges changes() {
        return new ContentChanges(
                all(added),
                all(changed),
                all(wiped),
                revisions,
                reactions.changes(),
                pins.changes(),
                threads,
                conversations);
    }

    private List<Message> all(Set<Authored> names) {
        return names.stream().map(messages::get).toList();
    }
}
