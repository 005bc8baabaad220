package dev.confab.auth.profile;

import static dev.confab.auth.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Pictures;
import dev.confab.auth.testing.Topics;
import dev.confab.protocol.Account;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ProfilesTest {
    private static final byte[] PNG = Pictures.PNG.content();
    private static final byte[] WEBP = Pictures.WEBP.content();

    @Test
    void shouldShowAProfileAsItWasWritten() {
        // given
        Person alice = Person.register("Alice");
        var profile = Map.of("displayName", " <b>Älice</b> 👩🏽‍🚀 ", "bio", "one\ntwo");
        // when
        Response changed = alice.asks().body(profile).patch("/api/users/me");
        // then
        Response seen = Person.register("bob")
                .asks()
                .get("/api/users/" + alice.username().toLowerCase(Locale.ROOT));
        assertThat(changed.asString()).isEqualTo(seen.asString());
        assertThat(seen.<String>path("username")).isEqualTo(alice.username());
        assertThat(seen.<String>path("displayName")).isEqualTo("<b>Älice</b> 👩🏽‍🚀");
        assertThat(seen.<String>path("bio")).isEqualTo("one\ntwo");
        await().until(() -> published(alice).displayName().equals("<b>Älice</b> 👩🏽‍🚀"));
    }

    @Test
    void shouldNotLetAnybodyBeCalledAsAnotherAccountIs() {
        // given
        Person alice = Person.register("Alice");
        Person mallory = Person.register("mallory");
        String upper = alice.username().toUpperCase(Locale.ROOT);
        // when
        Response same = mallory.asks().body(Map.of("displayName", upper)).patch("/api/users/me");
        Response like = mallory.asks()
                .body(Map.of("displayName", upper.replace('A', 'Α')))
                .patch("/api/users/me");
        Response system = mallory.asks().body(Map.of("displayName", "System")).patch("/api/users/me");
        Response own = alice.asks().body(Map.of("displayName", upper)).patch("/api/users/me");
        // then
        assertProblem(same, ErrorCode.INVALID, "displayName");
        assertProblem(like, ErrorCode.INVALID, "displayName");
        assertProblem(system, ErrorCode.INVALID, "displayName");
        assertThat(own.<String>path("displayName")).isEqualTo(upper);
    }

    @Test
    void shouldLetNobodyRegisterAsSomebodyIsShown() {
        // given
        Person mallory = Person.register("mallory");
        String wanted = Person.fresh("carol");
        mallory.asks()
                .body(Map.of("displayName", " " + wanted.replace('a', 'а').toUpperCase(Locale.ROOT)))
                .patch("/api/users/me")
                .then()
                .statusCode(200);
        // when
        Response taken = Person.register(wanted, Person.PASSWORD);
        mallory.asks().body(Map.of("displayName", "")).patch("/api/users/me");
        Response free = Person.register(wanted, Person.PASSWORD);
        // then
        assertProblem(taken, ErrorCode.USERNAME_TAKEN, "username");
        assertThat(free.statusCode()).isLessThan(300);
    }

    @Test
    void shouldChangeOnlyWhatIsGiven() {
        // given
        Person alice = Person.register("alice");
        alice.asks().body(Map.of("displayName", "Alice", "bio", "hi")).patch("/api/users/me");
        // when
        alice.asks().body("{\"bio\":\"\"}").patch("/api/users/me");
        // then
        Response own = alice.asks().get("/api/users/me");
        assertThat(own.<String>path("displayName")).isEqualTo("Alice");
        assertThat(own.<String>path("bio")).isEmpty();
    }

    @Test
    void shouldRememberTheRoom() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = alice.asks().body(Map.of("room", " Küche ")).put("/api/users/me/last-room");
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(alice.asks().get("/api/auth/session").<String>path("lastRoom"))
                .isEqualTo("Küche");
    }

    @Test
    void shouldServeThePictureAsWhatItIs() {
        // given
        Person alice = Person.register("alice");
        // when
        Response put = alice.asks().contentType("image/jpeg").body(PNG).put("/api/users/me/avatar");
        // then
        String hash = put.path("avatar");
        Response plain = alice.asks().get("/api/users/" + alice.username() + "/avatar");
        Response versioned = alice.asks().get("/api/users/" + alice.username() + "/avatar?v=" + hash);
        assertThat(plain.asByteArray()).isEqualTo(PNG);
        assertThat(plain.contentType()).isEqualTo("image/png");
        assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(plain.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(plain.header("ETag")).isEqualTo("\"" + hash + "\"");
        assertThat(plain.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(versioned.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        await().until(() -> published(alice).avatar().equals(hash));
    }

    @Test
    void shouldNotSendAPictureTwice() {
        // given
        Person alice = Person.register("alice");
        String hash = alice.asks()
                .contentType("image/png")
                .body(PNG)
                .put("/api/users/me/avatar")
                .path("avatar");
        String address = "/api/users/" + alice.username() + "/avatar";
        // when
        Response same = alice.asks().header("If-None-Match", "\"" + hash + "\"").get(address);
        alice.asks().contentType("image/webp").body(WEBP).put("/api/users/me/avatar");
        Response other =
                alice.asks().header("If-None-Match", "\"" + hash + "\"").get(address);
        // then
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.asByteArray()).isEqualTo(WEBP);
    }

    @Test
    void shouldTakeThePictureAway() {
        // given
        Person alice = Person.register("alice");
        alice.asks().contentType("image/png").body(PNG).put("/api/users/me/avatar");
        // when
        Response answer = alice.asks().delete("/api/users/me/avatar");
        // then
        assertThat(answer.<String>path("avatar")).isEmpty();
        assertProblem(alice.asks().get("/api/users/" + alice.username() + "/avatar"), ErrorCode.NOT_FOUND);
    }

    private static Account published(Person person) {
        return Topics.read(Topic.ACCOUNTS, Account.class).reversed().stream()
                .filter(account -> account.user().value().equals(person.username()))
                .findFirst()
                .orElseThrow();
    }
}
