package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.Content;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Conversation BETWEEN = Conversation.between(ANN, BOB);
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Conversations conversations = TestRooms.conversationsOfOthers(256);

    @Test
    void shouldKnowAgainWhatWasSaidWhenNobodyOfTheConversationWasHere() {
        // given
        Content.Posted hello = posted("hello");
        apply(hello, 1);
        // when: Ann comes here and does not know what became of it
        Optional<Sent> stands = stands(hello);
        // then
        assertThat(stands).contains(new Sent(new Position(1), NOON));
        assertThat(repeats(hello, 5)).isTrue();
        assertThat(repeats(posted("else"), 5)).isFalse();
    }

    @Test
    void shouldTakeTheFirstForWhatCounts() {
        // given
        Content.Posted hello = posted("hello");
        apply(hello, 1);
        apply(hello, 2);
        // when / then
        assertThat(stands(hello)).map(Sent::position).contains(new Position(1));
    }

    @Test
    void shouldRememberSoManyIdsOfOthersAndNoMore() {
        // given
        Content.Posted oldest = posted("oldest");
        Content.Posted newest = posted("newest");
        apply(oldest, 1);
        apply(posted("one"), 2);
        apply(posted("two"), 3);
        apply(newest, 4);
        // when / then
        assertThat(stands(oldest)).isEmpty();
        assertThat(stands(newest)).map(Sent::position).contains(new Position(4));
    }

    private Optional<Sent> stands(Content content) {
        return conversations
                .with(BETWEEN, conversation -> conversation.sent(content.from(), content.id()))
                .map(sent -> sent.await().indefinitely());
    }

    private boolean repeats(Content content, long position) {
        return conversations.with(
                BETWEEN, conversation -> conversation.isVoid(new LoggedEvent(new Position(position), NOON, content)));
    }

    private void apply(Content content, long position) {
        Frame frame = Frame.of(new Position(position), NOON, Json.bytes(content));
        var logged = new LoggedEvent(new Position(position), NOON, content);
        assertThat(conversations.onEvent(content.stream(), logged, frame, new Fanout()))
                .isEmpty();
    }

    private static Content.Posted posted(String text) {
        return new Content.Posted(Destination.between(ANN, BOB), MessageId.next(), ANN, new MessageText(text));
    }
}
