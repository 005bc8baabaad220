package dev.confab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.remote.RemoteConfig;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Routes routes = new Routes(new RemoteConfig() {
        @Override
        public Auth auth() {
            return () -> URI.create("http://auth");
        }

        @Override
        public Room room() {
            return () -> URI.create("http://room");
        }

        @Override
        public Message message() {
            return () -> URI.create("http://message");
        }

        @Override
        public Media media() {
            return () -> URI.create("http://media");
        }
    });

    @ParameterizedTest
    @CsvSource({
        "/api/auth/login, auth",
        "/api/users/me/last-room, auth",
        "/api/users, auth",
        "/.well-known/jwks.json, auth",
        "/api/rooms, room",
        "/api/rooms/a%2Fb/members/ann, room",
        "/api/rooms/messages, room",
        "/api/rooms/kitchen/messages, message",
        "/api/direct, message",
        "/api/direct/ann/messages, message",
        "/api/unread, message",
        "/api/search, message",
        "/api/media, media",
        "/api/media/0190a7b2-0000-4000-8000-000000000000, media",
    })
    void shouldPassARequestToTheServiceThatOwnsThePath(String path, String service) {
        assertThat(routes.find(HttpMethod.GET, path))
                .get()
                .extracting(target -> target.base().getHost())
                .isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/rooms/kitchen/events",
        "/api/rooms/kitchen/read",
        "/api/direct/ann/read",
        "/api/docs",
        "/internal/rooms/kitchen/join",
        "/api/unread/more",
        "/api/search/more",
        "/api/media/one/more",
        "/api/authx"
    })
    void shouldPassNothingElse(String path) {
        assertThat(routes.find(HttpMethod.GET, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/rooms/kitchen/messages", "/api/direct/ann/messages"})
    void shouldKeepForTheGatewayWhatPeopleWrite(String path) {
        assertThat(routes.find(HttpMethod.POST, path)).isEmpty();
    }
}
