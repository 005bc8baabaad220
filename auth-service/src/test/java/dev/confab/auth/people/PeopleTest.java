package dev.confab.auth.people;

import static dev.confab.auth.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class PeopleTest {

    @Test
    void shouldFindSomebodyByTheBeginningOfTheUsername() {
        // given
        Person zoe = Person.register("Zoephine");
        // when
        List<String> found = find(
                zoe,
                zoe.username()
                        .toUpperCase(Locale.ROOT)
                        .substring(0, zoe.username().length() - 1));
        // then
        assertThat(found).contains(zoe.username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grüngard", "grungard", "GRÜN", "ylva grün", "Grün Ylva"})
    void shouldFindSomebodyByTheWordsOfTheDisplayName(String words) {
        // given
        Person ylva = Person.register("ylva");
        ylva.asks().body(Map.of("displayName", "Dr. Ylva Grüngard")).patch("/api/users/me");
        // when
        List<String> found = find(ylva, words);
        // then
        assertThat(found).contains(ylva.username());
    }

    @Test
    void shouldFindNobodyByAFormerNameOrByTheMiddleOfAWord() {
        // given
        Person ines = Person.register("ines");
        ines.asks().body(Map.of("displayName", "Wolkenstein")).patch("/api/users/me");
        ines.asks().body(Map.of("displayName", "Quellbrunn")).patch("/api/users/me");
        // then
        assertThat(find(ines, "quellbrunn")).containsExactly(ines.username());
        assertThat(find(ines, "wolkenstein")).isEmpty();
        assertThat(find(ines, "ellbrunn")).isEmpty();
        assertThat(find(ines, "quellbrunn nobody")).isEmpty();
    }

    @Test
    void shouldTellTheOneWhoseUsernameItIsFirst() {
        // given
        Person long1 = Person.register("aaaexact");
        Person other = Person.register("bbb");
        other.asks().body(Map.of("displayName", long1.username() + "-like")).patch("/api/users/me");
        // when
        List<String> found = find(other, long1.username());
        // then
        assertThat(found).startsWith(long1.username()).contains(other.username());
    }

    @Test
    void shouldTakeWhatIsWrittenAsItIs() {
        Person someone = Person.register("percent");

        assertThat(find(someone, "%")).isEmpty();
        assertThat(find(someone, "_ercent")).isEmpty();
        assertThat(find(someone, "!'\\")).isEmpty();
    }

    @Test
    void shouldRefuseWhatNobodyCanBeFoundBy() {
        Person someone = Person.register("someone");

        assertProblem(ask(someone, " "), ErrorCode.INVALID, "q");
        assertProblem(ask(someone, "a b c d e f"), ErrorCode.INVALID, "q");
        assertProblem(ask(someone, "x".repeat(101)), ErrorCode.INVALID, "q");
        assertProblem(someone.asks().get("/api/users"), ErrorCode.INVALID, "q");
        assertProblem(someone.asks().get("/api/users?q=a&limit=0"), ErrorCode.INVALID, "limit");
        assertProblem(someone.asks().get("/api/users?q=a&limit=51"), ErrorCode.INVALID, "limit");
    }

    @Test
    void shouldAnswerWithAsManyAsWereAskedFor() {
        Person first = Person.register("manyfold");
        Person.register("manyfold");

        Response answer = first.asks().queryParam("q", "manyfold").get("/api/users?limit=1");

        assertThat(answer.<List<Object>>path("users")).hasSize(1);
    }

    private static List<String> find(Person asking, String words) {
        return ask(asking, words).then().statusCode(200).extract().path("users.username");
    }

    private static Response ask(Person asking, String words) {
        return asking.asks().queryParam("q", words).get("/api/users");
    }
}
