package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final RoomName ROOM = new RoomName("Garden");
    private static final Username ANN = new Username("Ann");
    private static final Username BOB = new Username("bob");
    private static final Username CEM = new Username("cem");
    private static final Attachment PHOTO = new Attachment(
            MediaId.next(),
            "cat.jpg",
            "image/jpeg",
            4_711,
            Optional.of(640),
            Optional.of(480),
            Optional.empty(),
            Optional.of("A cat"));
    private static final Attachment SONG = new Attachment(
            MediaId.next(),
            "song.ogg",
            "audio/ogg",
            9,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final MessageText TEXT = new MessageText("hi");
    private static final Destination TO_ROOM = new Destination.ToRoom(ROOM);
    private static final Destination ANN_TO_BOB = Destination.between(ANN, BOB);
    private static final MessageRef OF_ANN = new MessageRef(ANN, id());
    private static final MessageRef OF_BOB = new MessageRef(BOB, id());

    private final Fences fences = new Fences();

    static Stream<Content> contents() {
        return Stream.of(TO_ROOM, ANN_TO_BOB)
                .flatMap(to -> Stream.of(
                        new Content.Posted(to, id(), ANN, TEXT),
                        new Content.Posted(
                                to,
                                id(),
                                ANN,
                                TEXT,
                                Optional.of(OF_BOB),
                                Optional.of(OF_ANN),
                                true,
                                List.of(BOB, CEM),
                                true,
                                List.of(PHOTO, SONG)),
                        new Content.Posted(
                                to,
                                id(),
                                ANN,
                                MessageText.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of(),
                                false,
                                List.of(PHOTO)),
                        new Content.Edited(to, id(), ANN, OF_ANN, TEXT, List.of(BOB), false),
                        new Content.Deleted(to, id(), ANN, OF_ANN, Optional.of("a slip")),
                        new Content.Reacted(to, id(), ANN, OF_BOB, new Emoji("👍🏽"), true),
                        new Content.Pinned(to, id(), ANN, OF_BOB, false)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void shouldBeReadAsItWasWritten(Content content) {
        assertThat(Json.read(Json.bytes(content), RoomEvent.class)).isEqualTo(content);
    }

    @Test
    void shouldSayNoMoreThanThereIsToSay() {
        MessageId id = id();

        assertThat(Json.text(new Content.Posted(ROOM, id, ANN, TEXT)))
                .contains("\"type\":\"message\"", "\"room\":\"Garden\"")
                .doesNotContain("conversation", "replyTo", "mentions", "destination", "stream", "alsoInRoom");
        assertThat(Json.text(new Content.Posted(ANN_TO_BOB, id, ANN, TEXT)))
                .contains("\"conversation\":\"ann/bob\"", "\"to\":\"bob\"")
                .doesNotContain("\"room\"");
    }

    @Test
    void shouldReadMessagesAsTheyWereWrittenBeforeConversationsWereStreams() {
        MessageId id = id();
        String room = "{\"type\":\"message\",\"room\":\"Garden\",\"id\":\"%s\",\"from\":\"Ann\",\"text\":\"hi\"}";
        String direct =
                "{\"type\":\"direct\",\"conversation\":\"ann/bob\",\"id\":\"%s\",\"from\":\"Ann\",\"to\":\"bob\","
                        + "\"text\":\"hi\"}";

        assertThat(Json.read(room.formatted(id), RoomEvent.class)).isEqualTo(new Content.Posted(ROOM, id, ANN, TEXT));
        assertThat(Json.read(direct.formatted(id), RoomEvent.class))
                .isEqualTo(new Content.Posted(ANN_TO_BOB, id, ANN, TEXT));
    }

    @Test
    void shouldRefuseContentThatIsOfNoStreamOrOfTwo() {
        String none = "{\"type\":\"message\",\"id\":\"%s\",\"from\":\"Ann\",\"text\":\"hi\"}".formatted(id());
        String both =
                "{\"type\":\"message\",\"room\":\"Garden\",\"conversation\":\"ann/bob\",\"to\":\"bob\",\"id\":\"%s\","
                                .formatted(id())
                        + "\"from\":\"Ann\",\"text\":\"hi\"}";

        assertThatExceptionOfType(ConfabException.class).isThrownBy(() -> Json.read(none, RoomEvent.class));
        assertThatExceptionOfType(ConfabException.class).isThrownBy(() -> Json.read(both, RoomEvent.class));
    }

    @Test
    void shouldVoidAnEditOfAnothersMessage() {
        assertThat(edit(TO_ROOM, BOB, OF_ANN).isVoidByItself()).isTrue();
        assertThat(edit(ANN_TO_BOB, BOB, OF_ANN).isVoidByItself()).isTrue();
        assertThat(edit(TO_ROOM, ANN, OF_ANN).isVoidByItself()).isFalse();
    }

    @Test
    void shouldVoidWhatSomebodyWritesInAConversationOfTwoOthers() {
        assertThat(new Content.Posted(ANN_TO_BOB, id(), CEM, TEXT).isVoidByItself())
                .isTrue();
        assertThat(new Content.Posted(ANN_TO_BOB, id(), ANN, TEXT).isVoidByItself())
                .isFalse();
    }

    @Test
    void shouldLetOnlyTheAuthorDeleteInAConversation() {
        assertThat(delete(Destination.between(BOB, ANN), BOB, OF_ANN).isVoidByItself())
                .isTrue();
        assertThat(delete(ANN_TO_BOB, ANN, OF_ANN).isVoidByItself()).isFalse();
    }

    @Test
    void shouldLetTheAuthorAndWhoModeratesAtThatPositionDelete() {
        // given
        fences.onEvent(role(BOB, Role.MODERATOR), at(10));
        fences.onEvent(role(BOB, Role.MEMBER), at(20));
        // then
        assertThat(isVoid(delete(TO_ROOM, ANN, OF_ANN), 5)).isFalse();
        assertThat(isVoid(delete(TO_ROOM, BOB, OF_ANN), 9)).isTrue();
        assertThat(isVoid(delete(TO_ROOM, BOB, OF_ANN), 11)).isFalse();
        assertThat(isVoid(delete(TO_ROOM, BOB, OF_ANN), 21)).isTrue();
        assertThat(isVoid(delete(TO_ROOM, CEM, OF_ANN), 11)).isTrue();
    }

    @Test
    void shouldLetTheOwnerPinAndWhoComesAfterThem() {
        // given
        fences.onEvent(owner(ANN), at(1));
        fences.onEvent(owner(BOB), at(10));
        fences.onEvent(owner(ANN), at(1));
        // then
        assertThat(isVoid(pin(ANN), 5)).isFalse();
        assertThat(isVoid(pin(ANN), 11)).isTrue();
        assertThat(isVoid(pin(BOB), 5)).isTrue();
        assertThat(isVoid(pin(BOB), 11)).isFalse();
    }

    @Test
    void shouldVoidWhatTheBannedWriteOfAnyKind() {
        fences.onEvent(new Decision.Banned(ROOM, id(), ANN, BOB, "", Optional.empty()), at(10));

        assertThat(contents().filter(content -> content.room().isPresent()))
                .isNotEmpty()
                .allMatch(content -> isVoid(content, 11));
    }

    @ParameterizedTest
    @MethodSource
    void shouldTakeOneEmoji(String emoji) {
        assertThat(new Emoji(emoji).value()).isEqualTo(emoji);
    }

    static Stream<String> shouldTakeOneEmoji() {
        return Stream.of("👍", "👍🏽", "❤️", "👨‍👩‍👧‍👦", "🇩🇪", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺️");
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuseWhatIsNotOneEmoji(String text) {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> new Emoji(text))
                .matches(refused -> refused.field().equals(Optional.of("emoji")));
    }

    static Stream<String> shouldRefuseWhatIsNotOneEmoji() {
        return Stream.of("", "a", "1", "👍👍", "👍a", "🇩", "\u200d", "©", "x️", "👍\u0301".repeat(30));
    }

    private boolean isVoid(Content content, long position) {
        return fences.isVoid(new LoggedEvent(at(position), NOON, content));
    }

    private static Content edit(Destination to, Username by, MessageRef about) {
        return new Content.Edited(to, id(), by, about, TEXT, List.of(), false);
    }

    private static Content delete(Destination to, Username by, MessageRef about) {
        return new Content.Deleted(to, id(), by, about, Optional.empty());
    }

    private static Content pin(Username by) {
        return new Content.Pinned(TO_ROOM, id(), by, OF_ANN, true);
    }

    private static Decision role(Username user, Role role) {
        return new Decision.RoleChanged(ROOM, id(), user, role, ANN);
    }

    private static Decision owner(Username owner) {
        return new Decision.RoomChanged(ROOM, id(), Decision.RoomChanged.Change.CHANGED, owner, "", false);
    }

    private static MessageId id() {
        return MessageId.next();
    }

    private static Position at(long position) {
        return new Position(position);
    }
}
