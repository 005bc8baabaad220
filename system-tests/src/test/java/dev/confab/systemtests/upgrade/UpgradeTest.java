package dev.confab.systemtests.upgrade;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.ChatClient.joiningWith;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.History.Stored;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import dev.confab.systemtests.client.Writing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database and the log of a stack that ran commit 4b32048, in which private conversations were no streams and messages
 * could not be edited, under today's services. There ann ({@code olda}) made the rooms attic and vault, the latter with a
 * password, and wrote 40 messages in one and 5 in the other; bob ({@code oldb}), whom she made a moderator of the attic, wrote
 * to her in private and she to him, and read up to the thirtieth message; carl ({@code oldc}) wrote one and was banned.
 */
class UpgradeTest {
    private static final String PASSWORD = "a long enough parrot 7";
    private static final String ATTIC = "attic";
    private static final String VAULT = "vault";
    private static final int READ = 30;

    private static TestStack stack;
    private static Session ann;
    private static Session bob;
    private static Session carl;
    /** As it was found, before anything was done to it. */
    private static List<Stored> attic;

    private final Confab confab = new Confab(stack);

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        OldData.unpack("4b32048", data);
        stack = TestStack.start(TestStack.options().withData(data));
        ann = Users.login(stack.gatewayUrl(1), "olda", PASSWORD);
        bob = Users.login(stack.gatewayUrl(1), "oldb", PASSWORD);
        carl = Users.login(stack.gatewayUrl(1), "oldc", PASSWORD);
        attic = History.ofRoom(bob.api(stack.gatewayUrl(1)), ATTIC).all();
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @AfterEach
    void closeClients() {
        confab.close();
    }

    @Test
    void shouldKeepHistory() {
        assertThat(attic)
                .extracting(Stored::text)
                .startsWith(IntStream.range(0, 40).mapToObj(i -> "old " + i).toArray(String[]::new))
                .endsWith("of c")
                .hasSize(41);
        assertThat(attic).extracting(Stored::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepAPasswordRoomFromThoseWhoAreNotIn() {
        assertThat(History.ofRoom(confab.api(ann), VAULT).texts()).hasSize(5);
        confab.api(bob).get(path("/api/rooms/{}/messages", VAULT)).expectProblem(ErrorCode.FORBIDDEN);
        confab.connect(bob).ask(joining(VAULT)).expectError(ErrorCode.WRONG_PASSWORD);
        confab.connect(bob).ask(joining(VAULT).withPassword("open sesame")).expectOk();
    }

    @Test
    void shouldKeepWhatIsRead() {
        JsonNode room = confab.api(bob)
                .get("/api/unread")
                .expect(200)
                .json()
                .path("rooms")
                .valueStream()
                .filter(one -> one.path("room").asText().equals(ATTIC))
                .findAny()
                .orElseThrow();
        assertThat(room.path("unread").asInt()).isEqualTo(attic.size() - READ);
        assertThat(room.path("position").asLong()).isEqualTo(attic.get(READ - 1).position());
    }

    @Test
    void shouldKeepOutWhoIsBanned() {
        confab.connect(carl).ask(joining(ATTIC)).expectError(ErrorCode.BANNED);
    }

    @Test
    void shouldResumeAPrivateConversationFromItsBeginning() {
        // given
        ChatClient client = confab.connect(ann);
        // when
        Frame joined = client.ask(joiningWith(bob.username()).since(0).of(epoch(client)));
        // then
        assertThat(joined.expectOk().json().path("resumed").asBoolean()).isTrue();
        client.expect(direct("private 1"));
        assertThat(History.withPerson(confab.api(bob), ann.username()).texts())
                .containsExactly("private 0", "private 1");
    }

    @Test
    void shouldActOnOldMessages() {
        // given
        ChatClient owner = confab.connect(ann).join(ATTIC);
        ChatClient moderator = confab.connect(bob).join(ATTIC);
        Writing writing = Writing.inRoom(ATTIC);
        MessageRef edited = ref(attic.get(3));
        MessageRef deleted = ref(attic.get(4));
        // when
        owner.ask(writing.edit(edited, "old 3, edited")).expectOk();
        moderator.ask(writing.delete(deleted)).expectOk();
        moderator.ask(writing.react(edited, "👍", true)).expectOk();
        // then
        owner.expect(frame("edited").with("about", edited));
        owner.expect(frame("deleted").with("about", deleted));
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            JsonNode one = stored(edited);
            assertThat(one.path("text").asText()).isEqualTo("old 3, edited");
            assertThat(one.path("reactions")).hasSize(1);
            assertThat(stored(deleted).has("text")).isFalse();
        });
    }

    @Test
    void shouldKnowAnOldMessageThatIsSentAgain() {
        // given
        Stored old = attic.get(5);
        ChatClient owner = confab.connect(ann).join(ATTIC);
        // when
        Frame answer = owner.ask(Writing.inRoom(ATTIC).message(new MessageId(UUID.fromString(old.id())), "again"));
        // then
        assertThat(answer.expectOk().position()).isEqualTo(old.position());
    }

    @Test
    void shouldFindOldMessages() {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(confab.api(bob)
                                .get("/api/search?q=%22old%2039%22")
                                .expect(200)
                                .json()
                                .path("hits"))
                        .hasSize(1));
    }

    private static String epoch(ChatClient client) {
        return client.ask(joining("main")).text("epoch");
    }

    private JsonNode stored(MessageRef message) {
        return confab.api(bob)
                .get(path("/api/rooms/{}/messages/{}/{}", ATTIC, message.author(), message.id()))
                .expect(200)
                .json();
    }

    private static MessageRef ref(Stored message) {
        return new MessageRef(new Username(message.from()), new MessageId(UUID.fromString(message.id())));
    }
}
