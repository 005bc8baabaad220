package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.ChatClient.privately;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.ErrorCode;
import dev.confab.stack.files.Trees;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kafka has lost all that it had. The services notice and are started again, as whatever supervises them would do. */
@SystemTest
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewLogTest {
    /** So that positions of the old log are later than any of the new one. */
    private static final int SAID_BEFORE = 100;

    private Session alice;
    private Session bob;
    private Session carl;
    private Session mallory;
    private String kitchen;
    private String vault;
    private Frame ofBob;
    private Frame ofCarl;
    private Frame ofMallory;

    @BeforeAll
    void loseTheLog(Confab confab) throws IOException {
        alice = confab.person("alice");
        bob = confab.person("bob");
        carl = confab.person("carl");
        mallory = confab.person("mallory");
        kitchen = confab.room(alice, "kitchen");
        vault = confab.room(alice, "vault", "open sesame");
        ChatClient writer = confab.connect(alice);
        for (String room : List.of(kitchen, vault)) {
            writer.join(room);
            for (int i = 0; i < SAID_BEFORE; i++) {
                writer.send("before " + i);
            }
        }
        ofBob = confab.connect(bob).join(kitchen).ask(joining(vault).withPassword("open sesame"));
        ofCarl = confab.connect(carl).ask(joining(vault).withPassword("open sesame"));
        ofMallory = confab.connect(mallory).ask(joining(kitchen));
        confab.api(alice)
                .delete(path("/api/rooms/{}/members/{}", vault, carl.username()))
                .expect(204);
        confab.api(alice)
                .put(path("/api/rooms/{}/bans/{}", kitchen, mallory.username()), Map.of("reason", "spam"))
                .expect(200);
        assertThat(writer.history(vault).all()).hasSize(SAID_BEFORE);
        assertThat(writer.history(kitchen).all()).hasSize(SAID_BEFORE);
        var stack = confab.stack();
        stack.kill("kafka");
        Trees.delete(stack.logFolder().resolveSibling("kafka"));
        stack.start("kafka");
        for (String service : List.of("gateway-1", "room-service", "message-service")) {
            var management = new Api(stack.managementUrl(service));
            await().atMost(1, TimeUnit.MINUTES)
                    .until(() -> management.get("/q/health/live").status() == 503);
        }
        stack.restartAll();
    }

    @Test
    void shouldStillKeepOutWhoIsBannedAndDropWhatTheyWrite(Confab confab) {
        // given
        confab.connect(mallory)
                .ask(joining(kitchen).withTicket(ofMallory.text("ticket")))
                .expectError(ErrorCode.BANNED);
        ChatClient listener = confab.connect(bob, confab.otherGateway()).join(kitchen);
        await().atMost(Patience.LIMIT).until(() -> isBanInTheNewLog(confab));
        // when
        Log.append(confab.stack(), kitchen, mallory, "from behind");
        confab.connect(alice).join(kitchen).send("to all");
        // then
        listener.expectNothing(message("from behind"), message("to all"));
        assertThat(listener.history(kitchen).texts()).endsWith("to all").doesNotContain("from behind");
    }

    @Test
    void shouldTakeNoTicketThatAKickHadEnded(Confab confab) {
        // when
        Frame answer = confab.connect(carl).ask(joining(vault).withTicket(ofCarl.text("ticket")));
        // then
        answer.expectError(ErrorCode.WRONG_PASSWORD);
    }

    @Test
    void shouldLetMembersComeBackAndStartAgain(Confab confab) {
        // when
        Frame answer = confab.connect(bob)
                .ask(joining(vault)
                        .withTicket(ofBob.text("ticket"))
                        .since(ofBob.position())
                        .of(ofBob.text("epoch")));
        // then
        assertThat(answer.expectOk().json().path("resumed").asBoolean()).isFalse();
        assertThat(answer.text("epoch")).isNotEqualTo(ofBob.text("epoch"));
        Frame again = confab.connect(bob, confab.otherGateway())
                .ask(joining(vault)
                        .withTicket(answer.text("ticket"))
                        .since(answer.position())
                        .of(answer.text("epoch")));
        assertThat(again.expectOk().json().path("resumed").asBoolean()).isTrue();
    }

    @Test
    void shouldLetNewcomersInWithThePasswordAlone(Confab confab) {
        // given
        ChatClient newcomer = confab.connect(confab.person("dora"));
        newcomer.ask(joining(vault)).expectError(ErrorCode.WRONG_PASSWORD);
        // when
        newcomer.join(vault, "open sesame").send("new here");
        // then
        newcomer.expect(message("new here"));
        assertThat(newcomer.history(vault).all())
                .hasSize(SAID_BEFORE + 1)
                .last()
                .matches(stored -> stored.text().equals("new here"));
    }

    @Test
    void shouldStillListTheRoomAsItWas(Confab confab) {
        // when
        var room = confab.api(bob).get(path("/api/rooms/{}", vault)).expect(200);
        // then
        assertThat(room.text("owner")).isEqualTo(alice.username());
        assertThat(room.json().path("hasPassword").asBoolean()).isTrue();
        Frame owner = confab.connect(alice).ask(joining(vault)).expectOk();
        assertThat(owner.text("role")).isEqualTo("owner");
    }

    @Test
    void shouldStillKnowWhomOneCanWriteTo(Confab confab) {
        // given
        ChatClient from = confab.connect(alice);
        ChatClient to = confab.connect(bob);
        // when
        await().atMost(Patience.LIMIT)
                .until(() -> from.ask(privately(bob.username(), "between us")).isOk());
        // then
        to.expect(direct("between us"));
    }

    /** Void is what comes after it. */
    private boolean isBanInTheNewLog(Confab confab) throws SQLException {
        try (var database = DriverManager.getConnection(confab.stack().jdbcUrl("message-service"));
                var query = database.prepareStatement(
                        "select 1 from ban where user_key = ? and epoch = (select max(seq) from log_epoch)")) {
            query.setString(1, mallory.username());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
