package dev.confab.systemtests.client;

import dev.confab.protocol.AttachmentTicket;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import dev.confab.systemtests.client.ChatClient.Command;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands that write in one stream, to be given to {@link ChatClient#ask}: {@code inRoom("kitchen").edit(message, "hello")}. */
public record Writing(Target target) {

    public static Writing inRoom(String name) {
        return new Writing(new Target.Room(new RoomName(name)));
    }

    public static Writing to(String username) {
        return new Writing(new Target.Person(new Username(username)));
    }

    public Command message(MessageId id, String text) {
        return ref -> new ContentCommand.Send(Optional.of(ref), target, id, new MessageText(text));
    }

    public Command reply(MessageId id, MessageRef answered, String text) {
        return ref -> new ContentCommand.Send(
                Optional.of(ref),
                target,
                id,
                new MessageText(text),
                Optional.of(answered),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Command inThread(MessageId id, MessageRef root, String text) {
        return ref -> new ContentCommand.Send(
                Optional.of(ref),
                target,
                id,
                new MessageText(text),
                Optional.empty(),
                Optional.of(root),
                Optional.empty(),
                Optional.empty());
    }

    /** A message with files, of which the text may be empty. */
    public Command files(MessageId id, String text, String... tickets) {
        return files(
                id,
                text,
                Stream.of(tickets)
                        .map(ticket -> new AttachmentTicket(ticket, Optional.empty()))
                        .toList());
    }

    public Command files(MessageId id, String text, List<AttachmentTicket> files) {
        return ref -> new ContentCommand.Send(
                Optional.of(ref),
                target,
                id,
                new MessageText(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(files));
    }

    public Command edit(MessageRef about, String text) {
        return edit(MessageId.next(), about, text);
    }

    /** An edit of which the id matters. */
    public Command edit(MessageId id, MessageRef about, String text) {
        return ref -> new ContentCommand.Edit(Optional.of(ref), target, id, about, new MessageText(text));
    }

    public Command delete(MessageRef about) {
        return delete(MessageId.next(), about);
    }

    /** A deletion of which the id matters. */
    public Command delete(MessageId id, MessageRef about) {
        return ref -> new ContentCommand.Delete(Optional.of(ref), target, id, about, Optional.empty());
    }

    public Command react(MessageRef about, String emoji, boolean on) {
        return react(MessageId.next(), about, emoji, on);
    }

    /** A reaction of which the id matters. */
    public Command react(MessageId id, MessageRef about, String emoji, boolean on) {
        return ref -> new ContentCommand.React(Optional.of(ref), target, id, about, new Emoji(emoji), on);
    }

    public Command pin(MessageRef about, boolean on) {
        return pin(MessageId.next(), about, on);
    }

    /** A pin of which the id matters. */
    public Command pin(MessageId id, MessageRef about, boolean on) {
        return ref -> new ContentCommand.Pin(Optional.of(ref), target, id, about, on);
    }
}
