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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class ProfileTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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

    @Test
    void shouldShowAPictureToOthers(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        confab.api(alice).raw("PUT", "/api/users/me/avatar", PIXEL).expect(200);
        // then
        Answer seen = confab.api(confab.person("bob")).get(path("/api/users/{}/avatar", alice.username()));
        assertThat(seen.expect(200).body()).isEqualTo(PIXEL);
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void shouldTakeNoPictureOfAnotherKind(Confab confab) {
        // given
        Session alice = confab.person("alice");
        byte[] markup = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        // when
        Answer answer = confab.api(alice).raw("PUT", "/api/users/me/avatar", markup);
        // then
        answer.expectProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        confab.api(alice).get(path("/api/users/{}/avatar", alice.username())).expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldTakeNoPictureThatIsTooLarge(Confab confab) {
        // given
        Session alice = confab.person("alice");
        byte[] large = Arrays.copyOf(PIXEL, 300_000);
        // when
        Answer answer = confab.api(alice).raw("PUT", "/api/users/me/avatar", large);
        // then
        answer.expectProblem(ErrorCode.TOO_LARGE);
    }
}
