package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.AttachmentTicket;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people send beside words. */
@SystemTest
class ShareTest {
    private static final String HTML = "<html><script>alert(document.domain)</script></html>";

    private static Answer upload(Confab confab, Session person, String name, byte[] content) {
        return confab.api(person)
                .with("Content-Type", "application/octet-stream")
                .raw("POST", "/api/media?name=" + path("{}", name), content);
    }

    private static JsonNode uploaded(Confab confab, Session person, String name, byte[] content) {
        return upload(confab, person, name, content).expect(201).json();
    }

    private static String ticket(JsonNode uploaded) {
        return uploaded.path("ticket").asText();
    }

    private static String address(JsonNode uploaded) {
        return "/api/media/" + uploaded.path("id").asText();
    }

    private static MessageRef share(ChatClient client, Kind.Seat seat, String... tickets) {
        MessageRef message = new MessageRef(new Username(seat.person().username()), MessageId.next());
        client.ask(seat.writing().files(message.id(), "", tickets)).expectOk();
        return message;
    }

    private static void awaitGone(Api reader, String address) {
        Awaitility.await(address + " is gone")
                .atMost(Patience.LIMIT)
                .until(() -> reader.get(address).status() == 404);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowAFileLiveInHistoryAndAfterAGap(Kind kind, Confab confab) throws IOException {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        Frame joined = confab.connect(meeting.bob().person()).ask(Meeting.joining(meeting.bob()));
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        byte[] picture = Pictures.png(640, 480);
        JsonNode file = uploaded(confab, meeting.alice().person(), "cat.png", picture);
        // when
        MessageRef message =
                new MessageRef(new Username(meeting.alice().person().username()), MessageId.next());
        alice.ask(meeting.alice()
                        .writing()
                        .files(message.id(), "", List.of(new AttachmentTicket(ticket(file), Optional.of("A cat")))))
                .expectOk();
        // then
        JsonNode live = bob.expect(message().with("id", message.id()))
                .json()
                .path("attachments")
                .path(0);
        assertThat(live.path("name").asText()).isEqualTo("cat.png");
        assertThat(live.path("type").asText()).isEqualTo("image/png");
        assertThat(live.path("width").asInt()).isEqualTo(640);
        assertThat(live.path("height").asInt()).isEqualTo(480);
        assertThat(live.path("alt").asText()).isEqualTo("A cat");
        JsonNode stored = meeting.stored(meeting.bob(), message, one -> true);
        assertThat(stored.path("attachments").path(0)).isEqualTo(live);
        ChatClient back = meeting.comeBack(meeting.bob(), joined, new Position(joined.position()));
        assertThat(back.expect(message().with("id", message.id()))
                        .json()
                        .path("attachments")
                        .path(0))
                .isEqualTo(live);
        Api reader = confab.api(meeting.bob().person());
        Answer whole = reader.get(address(file)).expect(200);
        assertThat(whole.body()).isEqualTo(picture);
        assertThat(whole.header("Content-Type")).isEqualTo("image/png");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.headers().allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy).contains("sandbox"));
        assertThat(whole.header("Content-Disposition")).startsWith("inline");
        var small = ImageIO.read(new ByteArrayInputStream(
                reader.get(address(file) + "?thumb=320").expect(200).body()));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(240);
    }

    @Test
    void shouldServeParts(Confab confab) {
        // given
        Session alice = confab.person("alice");
        byte[] content = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        JsonNode file = uploaded(confab, alice, "digits.txt", content);
        Api reader = confab.api(alice);
        // when, then
        Answer part = reader.with("Range", "bytes=5-9").get(address(file)).expect(206);
        assertThat(part.bodyText()).isEqualTo("56789");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-9/10000");
        assertThat(reader.with("Range", "bytes=-3")
                        .get(address(file))
                        .expect(206)
                        .bodyText())
                .isEqualTo("789");
        reader.with("Range", "bytes=10000-").get(address(file)).expect(416);
        Answer head = reader.raw("HEAD", address(file), new byte[0]).expect(200);
        assertThat(head.header("Content-Length")).isEqualTo("10000");
        assertThat(head.body()).isEmpty();
        reader.with("If-None-Match", head.header("ETag")).get(address(file)).expect(304);
    }

    @Test
    void shouldTakeNoTicketThatIsForgedOrAnothers(Confab confab) {
        // given
        Meeting meeting = Kind.ROOM.meeting(confab);
        ChatClient bob = meeting.enter(meeting.bob());
        String hers = ticket(uploaded(confab, meeting.alice().person(), "a.txt", new byte[] {'a'}));
        String his = ticket(uploaded(confab, meeting.bob().person(), "b.txt", new byte[] {'b'}));
        // when, then
        var writing = meeting.bob().writing();
        bob.ask(writing.files(MessageId.next(), "", hers)).expectError(ErrorCode.INVALID, "attachments");
        bob.ask(writing.files(MessageId.next(), "", "x" + his)).expectError(ErrorCode.INVALID, "attachments");
        bob.ask(writing.files(MessageId.next(), "", his.substring(0, his.length() - 4) + "AAAA"))
                .expectError(ErrorCode.INVALID, "attachments");
        meeting.rest(meeting.bob())
                .post(
                        Meeting.messages(meeting.bob()),
                        Map.of("id", MessageId.next(), "attachments", List.of(his, hers)))
                .expectProblem(ErrorCode.INVALID, "attachments");
        meeting.rest(meeting.bob())
                .post(Meeting.messages(meeting.bob()), Map.of("id", MessageId.next(), "attachments", List.of(his)))
                .expect(201);
    }

    @Test
    void shouldShowAFileOnlyToWhoMayReadWhereItStands(Confab confab) {
        // given
        Meeting meeting = Kind.ROOM.meeting(confab);
        Meeting private_ = Kind.CONVERSATION.meeting(confab);
        Session bob = meeting.bob().person();
        JsonNode open = uploaded(confab, meeting.alice().person(), "open.txt", new byte[] {'a'});
        JsonNode secret = uploaded(confab, private_.alice().person(), "secret.txt", new byte[] {'b'});
        share(meeting.enter(meeting.alice()), meeting.alice(), ticket(open));
        share(private_.enter(private_.alice()), private_.alice(), ticket(secret));
        confab.api(bob).get(address(open)).expect(200);
        confab.api(private_.bob().person()).get(address(secret)).expect(200);
        // when
        confab.api(meeting.alice().person())
                .put(meeting.alice().address() + path("/bans/{}", bob.username()), Map.of())
                .expect(200);
        // then
        awaitGone(confab.api(bob), address(open));
        confab.api(bob).get(address(secret)).expectProblem(ErrorCode.NOT_FOUND);
        confab.stranger().get(address(secret)).expectProblem(ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldShowAFileNoLongerToWhoWasKickedOutOfARoomWithAPassword(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "vault", "open sesame please");
        confab.api(bob)
                .post(path("/api/rooms/{}/join", room), Map.of("password", "open sesame please"))
                .expect(200);
        JsonNode file = uploaded(confab, alice, "a.txt", new byte[] {'a'});
        confab.api(alice)
                .post(
                        path("/api/rooms/{}/messages", room),
                        Map.of("id", MessageId.next(), "attachments", List.of(ticket(file))))
                .expect(201);
        confab.api(bob).get(address(file)).expect(200);
        // when
        confab.api(alice).delete(path("/api/rooms/{}/members/{}", room, bob.username()));
        // then
        awaitGone(confab.api(bob), address(file));
        confab.api(alice).get(address(file)).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNothingOfTheFilesOfADeletedMessage(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        JsonNode file = uploaded(confab, meeting.alice().person(), "cat.png", Pictures.png(10, 10));
        JsonNode both = uploaded(confab, meeting.alice().person(), "both.txt", new byte[] {'b'});
        MessageRef message = share(alice, meeting.alice(), ticket(file), ticket(both));
        MessageRef other = share(alice, meeting.alice(), ticket(both));
        bob.expect(message().with("id", other.id()));
        confab.api(meeting.bob().person()).get(address(file)).expect(200);
        // when
        alice.ask(meeting.alice().writing().delete(message)).expectOk();
        bob.expect(frame("deleted").with("about", message));
        // then
        awaitGone(confab.api(meeting.bob().person()), address(file));
        awaitGone(confab.api(meeting.alice().person()), address(file));
        JsonNode stored = meeting.stored(meeting.bob(), message, one -> one.has("deleted"));
        assertThat(stored.has("attachments")).isFalse();
        confab.api(meeting.bob().person()).get(address(both)).expect(200);
    }

    @Test
    void shouldTakeAwayWhatIsInNoMessageForADay(Confab confab) throws SQLException {
        // given
        Meeting meeting = Kind.ROOM.meeting(confab);
        Session alice = meeting.alice().person();
        JsonNode sent = uploaded(confab, alice, "sent.txt", new byte[] {'a'});
        JsonNode forgotten = uploaded(confab, alice, "forgotten.txt", new byte[] {'a'});
        JsonNode fresh = uploaded(confab, alice, "fresh.txt", new byte[] {'a'});
        share(meeting.enter(meeting.alice()), meeting.alice(), ticket(sent));
        // when
        age(confab, sent, forgotten);
        // then
        awaitGone(confab.api(alice), address(forgotten));
        confab.api(alice).get(address(sent)).expect(200);
        confab.api(alice).get(address(fresh)).expect(200);
    }

    /** As if they had been uploaded long ago. */
    private static void age(Confab confab, JsonNode... files) throws SQLException {
        try (var database = DriverManager.getConnection(confab.stack().jdbcUrl("media-service"));
                var statement = database.prepareStatement(
                        "update media set created_at = 0, asked_at = 0 where id = unhex(?)")) {
            for (JsonNode file : files) {
                statement.setString(1, file.path("id").asText().replace("-", ""));
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
        }
    }

    @Test
    void shouldTakeOutOfAPhotographWhatIsNotShown(Confab confab) throws IOException {
        // given
        Session alice = confab.person("alice");
        byte[] photograph = Pictures.sidewaysJpeg(400, 200, "52.5200N 13.4050E");
        // when
        JsonNode file = uploaded(confab, alice, "photo.jpg", photograph);
        // then
        byte[] kept = confab.api(alice).get(address(file)).expect(200).body();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .contains("Exif")
                .doesNotContain("13.4050E");
        assertThat(file.path("width").asInt()).isEqualTo(200);
        assertThat(file.path("height").asInt()).isEqualTo(400);
        var small = ImageIO.read(new ByteArrayInputStream(
                confab.api(alice).get(address(file) + "?thumb=320").expect(200).body()));
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(small.getWidth()).isEqualTo(160);
    }

    @Test
    void shouldNotBeFooledByAPageInAPicture(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        JsonNode file = uploaded(confab, alice, "page.html", Pictures.polyglot(HTML));
        // then
        Answer served = confab.api(alice).get(address(file)).expect(200);
        assertThat(served.header("Content-Type")).isEqualTo("image/png");
        assertThat(served.bodyText()).doesNotContain("script");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script></html>",
        "drawing.svg, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "cat.png, %PDF-1.4 not a cat",
    })
    void shouldNeverShowByItselfWhatCouldAct(String name, String content, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        JsonNode file = uploaded(confab, alice, name, content.getBytes(StandardCharsets.US_ASCII));
        // then
        Answer served = confab.api(alice).get(address(file)).expect(200);
        assertThat(served.header("Content-Disposition")).startsWith("attachment");
        assertThat(served.header("Content-Type")).isEqualTo("application/octet-stream");
        confab.api(alice).get(address(file) + "?thumb=320").expectProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void shouldRefuseAPictureOfTooManyPixelsOrADamagedOne(Confab confab) {
        // given
        Session alice = confab.person("alice");
        byte[] half = Pictures.jpeg(100, 100);
        // when, then
        upload(confab, alice, "bomb.png", Pictures.bomb(30_000)).expectProblem(ErrorCode.TOO_LARGE);
        upload(confab, alice, "half.jpg", java.util.Arrays.copyOf(half, half.length / 2))
                .expectProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        upload(confab, alice, "nothing", new byte[0]).expectProblem(ErrorCode.INVALID);
    }

    @Test
    void shouldMakeNamesSafe(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when, then
        assertThat(nameOf(confab, alice, "../../etc/passwd")).isEqualTo("passwd");
        assertThat(nameOf(confab, alice, "C:\\evil\\a.txt")).isEqualTo("a.txt");
        assertThat(nameOf(confab, alice, "say \"hi\".txt")).isEqualTo("say _hi_.txt");
        assertThat(nameOf(confab, alice, "cod\u202Egpj.exe")).isEqualTo("codgpj.exe");
        assertThat(nameOf(confab, alice, "x".repeat(300) + ".tar")).hasSize(255).endsWith(".tar");
        assertThat(nameOf(confab, alice, "..")).isEqualTo("file");
        JsonNode umlaut = uploaded(confab, alice, "größe\r\nX: y.txt", new byte[] {'a'});
        assertThat(confab.api(alice).get(address(umlaut)).expect(200).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"gr__eX_ y.txt\"; filename*=UTF-8''gr%C3%B6%C3%9FeX_%20y.txt");
    }

    private static String nameOf(Confab confab, Session person, String name) {
        return uploaded(confab, person, name, new byte[] {'a'}).path("name").asText();
    }

    @Test
    void shouldPassOnLargeFilesAndRefuseTooLargeOnes(Confab confab) {
        // given
        Session alice = confab.person("alice");
        byte[] large = new byte[8 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) 'x');
        // when, then
        JsonNode file = uploaded(confab, alice, "large.txt", large);
        assertThat(confab.api(alice).get(address(file)).expect(200).body()).isEqualTo(large);
        upload(confab, alice, "larger.txt", new byte[8 * 1024 * 1024 + 1]).expectProblem(ErrorCode.TOO_LARGE);
        for (int i = 0; i < 4; i++) {
            uploaded(confab, alice, "large.txt", large);
        }
        upload(confab, alice, "one more.txt", large).expectProblem(ErrorCode.TOO_LARGE, "quota");
    }

    @Test
    void shouldKeepNothingOfAnUploadThatIsCutOff(Confab confab) throws IOException {
        // given
        Session alice = confab.person("alice");
        URI gateway = URI.create(confab.gateway());
        // when
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/media?name=cut.txt HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                                    + "Content-Length: 1000\r\n\r\nonly this")
                            .formatted(gateway.getAuthority(), alice.accessToken())
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        // then: all of it is still to be had, and so is the service
        assertThat(uploaded(confab, alice, "whole.txt", new byte[] {'a'})
                        .path("size")
                        .asInt())
                .isEqualTo(1);
    }
}
