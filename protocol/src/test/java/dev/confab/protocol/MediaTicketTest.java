package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MediaTicketTest {
    private static final SigningKey KEY = new SigningKey("a secret that is long enough for this");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Attachment PHOTO = new Attachment(
            MediaId.next(),
            "cat.jpg",
            "image/jpeg",
            4_711,
            Optional.of(640),
            Optional.of(480),
            Optional.empty(),
            Optional.empty());

    private static String ticket() {
        return new MediaTicket(ANN, PHOTO, NOW.plus(Duration.ofHours(1))).sign(KEY);
    }

    private static AttachmentTicket sent(String ticket) {
        return new AttachmentTicket(ticket, Optional.empty());
    }

    @Test
    void shouldOpenForItsUploader() {
        assertThat(sent(ticket()).open(KEY, ANN, NOW)).isEqualTo(PHOTO);
    }

    @Test
    void shouldTakeTheAlternativeTextOfWhoeverSends() {
        AttachmentTicket described = new AttachmentTicket(ticket(), Optional.of(" A cat "));
        assertThat(described.open(KEY, ANN, NOW).alt()).contains("A cat");
    }

    @Test
    void shouldNotOpenForAnother() {
        assertRefused(() -> sent(ticket()).open(KEY, BOB, NOW));
    }

    @Test
    void shouldNotOpenWhenItHasExpired() {
        assertRefused(() -> sent(ticket()).open(KEY, ANN, NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void shouldNotOpenWithAnotherKey() {
        SigningKey other = new SigningKey("another secret that is long enough");
        assertRefused(() -> sent(ticket()).open(other, ANN, NOW));
        assertRefused(() -> sent("nonsense").open(KEY, ANN, NOW));
    }

    @Test
    void shouldNotTakeATicketOfARoomForOneOfAFile() {
        String ofARoom = new Ticket(
                        ANN, new RoomName("kitchen"), Role.MEMBER, Optional.empty(), Position.NONE, NOW.plusSeconds(9))
                .sign(KEY);
        assertRefused(() -> sent(ofARoom).open(KEY, ANN, NOW));
    }

    @Test
    void shouldReadACommandWithFilesAndNoText() {
        var command = (ContentCommand.Send) Json.read("""
                {"type":"send","room":"kitchen","id":"%s","attachments":["one",{"ticket":"two","alt":"A cat"}]}
                """.formatted(MessageId.next()), ClientCommand.class);
        assertThat(command.text()).isEqualTo(MessageText.NONE);
        assertThat(command.attachments())
                .contains(List.of(sent("one"), new AttachmentTicket("two", Optional.of("A cat"))));
    }

    @Test
    void shouldRefuseACommandWithNeitherTextNorFiles() {
        assertThatThrownBy(() -> send("[]"))
                .isInstanceOfSatisfying(
                        ConfabException.class,
                        refused -> assertThat(refused.field()).contains("text"));
    }

    @Test
    void shouldRefuseMoreThanTenFiles() {
        String tickets = String.join(
                ",", IntStream.rangeClosed(0, 10).mapToObj(i -> "\"t\"").toList());
        assertRefused(() -> send("[" + tickets + "]"));
    }

    private static void send(String attachments) {
        Json.read("""
                {"type":"send","room":"kitchen","id":"%s","attachments":%s}
                """.formatted(MessageId.next(), attachments), ClientCommand.class);
    }

    private static void assertRefused(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(ConfabException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
            assertThat(refused.field()).contains("attachments");
        });
    }
}
