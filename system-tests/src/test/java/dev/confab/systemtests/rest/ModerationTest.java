package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class ModerationTest {
    private static final String JOIN = "/api/rooms/{}/join";
    private static final String MEMBER = "/api/rooms/{}/members/{}";
    private static final String BAN = "/api/rooms/{}/bans/{}";
    private static final String MODERATOR = "/api/rooms/{}/moderators/{}";

    @Test
    void shouldPutOutWhoIsKickedAndLetThemReturn(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(bob).join(room);
        // when
        confab.api(alice)
                .delete(path(MEMBER + "?reason={}", room, bob.username(), "mind the <tone>"))
                .expect(204);
        // then
        Frame kicked = client.expect(frame("kicked").in(room));
        assertThat(kicked.text("by")).isEqualTo(alice.username());
        assertThat(kicked.text("reason")).isEqualTo("mind the <tone>");
        assertThat(kicked.text("to")).isEqualTo("main");
        client.ask(message(room, "still here?")).expectError(ErrorCode.NOT_JOINED);
        client.join(room).send("back again");
    }

    @Test
    void shouldEndMembershipWithAKickFromARoomWithAPassword(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "vault", "open sesame");
        ChatClient client = confab.connect(bob).join(room, "open sesame");
        // when
        confab.api(alice).delete(path(MEMBER, room, bob.username())).expect(204);
        // then
        client.expect(frame("kicked").in(room));
        client.ask(joining(room)).expectError(ErrorCode.WRONG_PASSWORD);
    }

    @Test
    void shouldRefuseModerationByMembers(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(alice, "kitchen");
        confab.api(bob).post(path(JOIN, room), Map.of()).expect(200);
        confab.api(carol).post(path(JOIN, room), Map.of()).expect(200);
        // when
        Answer kick = confab.api(bob).delete(path(MEMBER, room, carol.username()));
        // then
        kick.expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).put(path(BAN, room, carol.username()), Map.of()).expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).delete(path(BAN, room, carol.username())).expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).get(path("/api/rooms/{}/bans", room)).expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).put(path(MODERATOR, room, bob.username()), Map.of()).expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldNeverPutOutTheOwner(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        confab.api(bob).post(path(JOIN, room), Map.of()).expect(200);
        confab.api(alice).put(path(MODERATOR, room, bob.username()), Map.of()).expect(204);
        // when
        Answer kick = confab.api(bob).delete(path(MEMBER, room, alice.username()));
        // then
        kick.expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).put(path(BAN, room, alice.username()), Map.of()).expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldLetModeratorsModerate(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(alice, "kitchen");
        confab.api(bob).post(path(JOIN, room), Map.of()).expect(200);
        ChatClient client = confab.connect(carol).join(room);
        // when
        confab.api(alice).put(path(MODERATOR, room, bob.username()), Map.of()).expect(204);
        // then
        confab.api(bob).delete(path(MEMBER, room, carol.username())).expect(204);
        client.expect(frame("kicked").in(room).with("by", bob.username()));
    }

    @Test
    void shouldTakeTheRightsOfADismissedModerator(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(alice, "kitchen");
        confab.api(bob).post(path(JOIN, room), Map.of()).expect(200);
        confab.api(carol).post(path(JOIN, room), Map.of()).expect(200);
        confab.api(alice).put(path(MODERATOR, room, bob.username()), Map.of()).expect(204);
        // when
        confab.api(alice).delete(path(MODERATOR, room, bob.username())).expect(204);
        // then
        confab.api(bob).delete(path(MEMBER, room, carol.username())).expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldKnowNoMemberOfAnUnknownName(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        Answer answer = confab.api(alice).delete(path(MEMBER, room, Users.fresh("nobody")));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }
}
