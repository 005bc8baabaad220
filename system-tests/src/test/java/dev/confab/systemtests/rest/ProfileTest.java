package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class ProfileTest {

    @Test
    void shouldShowAProfileToOthersAsItWasWritten(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        var profile = Map.of("displayName", "Älice <b>\"A\"</b> 👩🏽‍🚀", "bio", "שלום & e\u0301");
        // when
        confab.api(alice).patch("/api/users/me", profile).expect(200);
        // then
        JsonNode seen = confab.api(bob)
                .get(path("/api/users/{}", alice.username()))
                .expect(200)
                .json();
        assertThat(seen.path("username").asText()).isEqualTo(alice.username());
        assertThat(seen.path("displayName").asText()).isEqualTo(profile.get("displayName"));
        assertThat(seen.path("bio").asText()).isEqualTo(profile.get("bio"));
    }

    @Test
    void shouldKnowNoProfileOfAnUnknownUser(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).get(path("/api/users/{}", Users.fresh("nobody")));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldRememberTheLastRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        confab.api(alice).put("/api/users/me/last-room", Map.of("room", room)).expect(204);
        // then
        assertThat(confab.api(alice).get("/api/auth/session").text("lastRoom")).isEqualTo(room);
    }
}
