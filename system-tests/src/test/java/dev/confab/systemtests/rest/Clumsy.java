package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.regex.Pattern;

/**
 * Somebody with a room who makes requests that are wrong. They change nothing, so that one person can make many. In
 * addresses, {room} is the person's room and {other} another person.
 */
final class Clumsy {
    private static final Pattern LENGTH = Pattern.compile("\\$(\\d+)");

    private Session self;
    private Session other;
    private String room;

    /**
     * @param endpoint method and address
     * @param body JSON with strings written in '…' and {@code $n} for n characters; "" for none
     */
    Answer ask(Confab confab, String endpoint, String body) {
        Api api = api(confab);
        if (body.isEmpty()) {
            return api.get(address(endpoint));
        }
        String json = LENGTH.matcher(body.replace('\'', '"'))
                .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));
        return api.raw(method(endpoint), address(endpoint), json);
    }

    Api api(Confab confab) {
        if (self == null) {
            self = confab.person("alice");
            other = confab.person("bob");
            room = confab.room(self, "kitchen");
        }
        return confab.api(self);
    }

    /** Fails if any of the requests so far has left a trace. */
    void expectNothingChanged(Confab confab) {
        Api api = api(confab);
        JsonNode seen = api.get(path("/api/rooms/{}", room)).expect(200).json();
        assertThat(seen.path("topic").asText()).isEmpty();
        assertThat(seen.path("hasPassword").asBoolean()).isFalse();
        assertThat(History.ofRoom(api, room).texts()).isEmpty();
        assertThat(History.withPerson(api, other.username()).texts()).isEmpty();
        assertThat(api.get(path("/api/rooms/{}/bans", room)).json().path("bans"))
                .isEmpty();
        assertThat(api.get("/api/auth/session").text("lastRoom")).isEqualTo("main");
        JsonNode profile = api.get(path("/api/users/{}", self.username())).json();
        assertThat(profile.path("bio").asText()).isEmpty();
        Users.login(confab.gateway(), self.username(), self.password());
    }

    static String method(String endpoint) {
        return endpoint.split(" ", 2)[0];
    }

    String address(String endpoint) {
        return endpoint.split(" ", 2)[1].replace("{room}", path("{}", room)).replace("{other}", other.username());
    }
}
