package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway shows to whoever asks, and what an address may hold. */
@SystemTest
class ExposureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.env",
                "/application.properties",
                "/META-INF/MANIFEST.MF",
                "/static/",
                "/static/bundle/",
                "/api-docs",
                "/web/app/root.ts",
                "/q/",
                "/q/dev-ui",
                "/q/swagger-ui",
                "/q/arc/beans",
                "/h2-console",
            })
    void shouldShowNothingButThePageAndTheApi(String path, Confab confab) {
        // when
        Answer answer = confab.stranger().get(path);
        // then
        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/rooms", "/api/auth/session", "/api/docs", "/ws", "/nothing"})
    void shouldNotEchoARequest(String path, Confab confab) {
        // when
        Answer answer = confab.stranger().with("X-Secret", "a header of mine").raw("TRACE", path, "");
        // then
        assertThat(answer.status()).isIn(401, 403, 404, 405, 501);
        assertThat(answer.bodyText()).doesNotContain("a header of mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/theme.js", "/api/docs", "/api/openapi.json", "/api/rooms", "/nothing", "/ws"})
    void shouldTellBrowsersWithEveryAnswerWhatItMayDo(String path, Confab confab) {
        // when
        Answer answer = confab.stranger().get(path);
        // then
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @Test
    void shouldWantNothingSensitiveInAddresses(Confab confab) {
        // when
        var document = confab.stranger().get("/api/openapi.json").expect(200).json();
        // then
        var inQueries = new TreeSet<String>();
        document.path("paths")
                .valueStream()
                .flatMap(path -> path.valueStream())
                .flatMap(operation -> operation.path("parameters").valueStream())
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> inQueries.add(parameter.path("name").asText()));
        assertThat(inQueries)
                .containsExactlyInAnyOrder(
                        "after",
                        "around",
                        "at",
                        "before",
                        "cursor",
                        "download",
                        "joined",
                        "limit",
                        "moderators",
                        "name",
                        "online",
                        "order",
                        "q",
                        "reason",
                        "thread",
                        "thumb",
                        "v");
    }
}
