package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.ChatClient.Joining;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.content.Kind.Seat;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Two people in a stream. */
public record Meeting(Confab confab, Seat alice, Seat bob) {

    /** Connected and in. */
    public ChatClient enter(Seat seat, String gateway) {
        ChatClient client = confab.connect(seat.person(), gateway);
        client.ask(joining(seat)).expectOk();
        return client;
    }

    public ChatClient enter(Seat seat) {
        return enter(seat, confab.gateway());
    }

    public static Joining joining(Seat seat) {
        return switch (seat.writing().target()) {
            case Target.Room(var room) -> ChatClient.joining(room.value());
            case Target.Person(var other) -> ChatClient.joiningWith(other.value());
        };
    }

    public static ChatClient.Command reading(Seat seat, long position) {
        return ref -> new ClientCommand.Read(
                Optional.of(ref), seat.writing().target(), new Position(position), Optional.empty());
    }

    static ChatClient.Command typing(Seat seat) {
        return ref -> new ClientCommand.Typing(Optional.of(ref), seat.writing().target());
    }

    /** Says something, and returns how it is named. */
    public static MessageRef say(ChatClient client, Seat seat, String text) {
        MessageRef message = new MessageRef(new Username(seat.person().username()), MessageId.next());
        client.ask(seat.writing().message(message.id(), text)).expectOk();
        return message;
    }

    public Api rest(Seat seat) {
        return confab.api(seat.person());
    }

    public static String messages(Seat seat) {
        return seat.address() + "/messages";
    }

    static String address(Seat seat, MessageRef message) {
        return messages(seat) + path("/{}/{}", message.author(), message.id());
    }

    /** What history has of the message, once it is as it should be. */
    public JsonNode stored(Seat reader, MessageRef message, Predicate<JsonNode> asItShouldBe) {
        return Awaitility.await("history of " + message)
                .atMost(Patience.LIMIT)
                .until(
                        () -> {
                            Answer answer = rest(reader).get(messages(reader));
                            return answer.expect(200)
                                    .json()
                                    .path("messages")
                                    .valueStream()
                                    .filter(one -> one.path("id")
                                            .asText()
                                            .equals(message.id().toString()))
                                    .findFirst()
                                    .orElseThrow();
                        },
                        asItShouldBe);
    }

    /** Everything after the position, as somebody is told who comes back having seen what is before. */
    public ChatClient comeBack(Seat seat, Frame joined, Position since) {
        ChatClient client = confab.connect(seat.person(), confab.otherGateway());
        client.ask(joining(seat).since(since.value()).of(joined.text("epoch"))).expectOk();
        return client;
    }
}
