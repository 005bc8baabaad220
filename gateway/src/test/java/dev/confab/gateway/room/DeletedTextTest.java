package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Content;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was deleted is told to nobody who comes later, in a room as in a conversation. */
class DeletedTextTest {
    private static final RoomName ROOM = new RoomName("kitchen");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final EventLoop loop = new DefaultEventLoop();
    private final Rooms rooms = TestRooms.remembering(256);
    private final Conversations conversations = TestRooms.conversations(256);
    private final Streams streams = TestRooms.streams(rooms, conversations);

    static List<Target> targets() {
        return List.of(new Target.Room(ROOM), new Target.Person(BOB));
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldForgetTheTextAndTheEditsOfADeletedMessage(Target target) {
        // given
        Content.Posted slip = posted(target, "a slip");
        MessageRef about = new MessageRef(ANN, slip.id());
        apply(target, slip, 1);
        apply(target, new Content.Edited(to(target), id(), ANN, about, new MessageText("worse"), List.of(), false), 2);
        apply(target, posted(target, "else"), 3);
        // when
        apply(target, new Content.Deleted(to(target), id(), ANN, about, Optional.empty()), 4);
        // then
        RecordingReceiver later = comeBack(target);
        assertThat(later.types()).containsExactly("message", "message", "deleted");
        assertThat(later.frames()).extracting(JsonNode::toString).noneMatch(frame -> frame.contains("slip"));
        assertThat(later.frames()).extracting(JsonNode::toString).noneMatch(frame -> frame.contains("worse"));
        assertThat(later.frames().get(1).path("text").asText()).isEqualTo("else");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldDropAnEditThatComesAfterTheDeletion(Target target) {
        // given
        Content.Posted slip = posted(target, "a slip");
        MessageRef about = new MessageRef(ANN, slip.id());
        apply(target, slip, 1);
        apply(target, new Content.Deleted(to(target), id(), ANN, about, Optional.empty()), 2);
        // when
        apply(target, new Content.Edited(to(target), id(), ANN, about, new MessageText("back"), List.of(), false), 3);
        // then
        assertThat(comeBack(target).types()).containsExactly("message", "deleted");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldLetNobodyElseDelete(Target target) {
        // given
        Content.Posted message = posted(target, "mine");
        apply(target, message, 1);
        // when
        MessageRef about = new MessageRef(ANN, message.id());
        Destination fromBob = target instanceof Target.Room ? to(target) : Destination.between(BOB, ANN);
        apply(target, new Content.Deleted(fromBob, id(), BOB, about, Optional.empty()), 2);
        // then
        RecordingReceiver later = comeBack(target);
        assertThat(later.types()).containsExactly("message");
        assertThat(later.frames().getFirst().path("text").asText()).isEqualTo("mine");
    }

    private RecordingReceiver comeBack(Target target) {
        RecordingReceiver client = new RecordingReceiver(loop);
        streams.with(
                target,
                ANN,
                stream -> stream.enter(
                        new Arrival(client, ANN, Position.NONE, Optional.of(Position.NONE)),
                        Position.NONE,
                        entry -> entry.membership().goLive(entry.missed().orElseThrow(), entry.position())));
        loop.submit(() -> {}).syncUninterruptibly();
        return client;
    }

    private void apply(Target target, Content content, long position) {
        Fanout out = new Fanout();
        LoggedEvent logged = new LoggedEvent(new Position(position), NOON, content);
        Frame frame = Frame.of(logged.position(), NOON, Json.bytes(content));
        Stream stream = target instanceof Target.Room
                ? rooms.onEvent(ROOM, logged, frame, out)
                : conversations.onEvent(content.stream(), logged, frame, out).orElseThrow();
        stream.drain(out);
        out.dispatch();
    }

    private static Content.Posted posted(Target target, String text) {
        return new Content.Posted(to(target), id(), ANN, new MessageText(text));
    }

    private static Destination to(Target target) {
        return switch (target) {
            case Target.Room(var room) -> new Destination.ToRoom(room);
            case Target.Person(var other) -> Destination.between(ANN, other);
        };
    }

    private static MessageId id() {
        return MessageId.next();
    }
}
