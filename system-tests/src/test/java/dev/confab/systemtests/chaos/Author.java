package dev.confab.systemtests.chaos;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.systemtests.client.ChatClient.Command;
import dev.confab.systemtests.client.Writing;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Decides what somebody writes next: mostly messages, else something about a message that they heard lately, whether they may
 * do that or not.
 */
final class Author {
    private static final List<String> EMOJI = List.of("👍", "🎉", "❤️");

    private final String username;
    private final List<Channel> channels;
    private final Seats seats;
    private final Random random;

    Author(String username, List<Channel> channels, Seats seats, Random random) {
        this.username = username;
        this.channels = channels;
        this.seats = seats;
        this.random = random;
    }

    Outgoing next() {
        var channel = channels.get(random.nextInt(channels.size()));
        var recent = seats.of(channel.stream()).map(Seat::recent).orElse(List.of());
        var id = MessageId.next();
        return new Outgoing(channel.stream(), username, id, command(channel.writing(), id, recent));
    }

    private Command command(Writing writing, MessageId id, List<String> recent) {
        var text = "%s says %s".formatted(username, id);
        int dice = recent.isEmpty() ? 0 : random.nextInt(100);
        if (dice < 45) {
            return writing.message(id, text);
        }
        var any = any(recent);
        var own = any(recent, ref -> ref.startsWith(Log.key(username) + "/"));
        if (dice < 50) {
            return writing.reply(id, any, text);
        } else if (dice < 57) {
            return writing.inThread(id, any, text);
        } else if (dice < 72) {
            return writing.edit(id, random.nextInt(8) == 0 ? any : own, "edited: " + text);
        } else if (dice < 82) {
            return writing.delete(id, random.nextInt(3) == 0 ? any : own);
        } else if (dice < 96) {
            return writing.react(id, any, EMOJI.get(random.nextInt(EMOJI.size())), random.nextInt(3) > 0);
        }
        return writing.pin(id, any, random.nextBoolean());
    }

    private MessageRef any(List<String> refs) {
        return What.parse(refs.get(random.nextInt(refs.size())));
    }

    /** One of those that fit, or any if none does. */
    private MessageRef any(List<String> refs, Function<String, Boolean> fits) {
        var fitting = refs.stream().filter(fits::apply).toList();
        return any(fitting.isEmpty() ? refs : fitting);
    }
}
