package dev.confab.auth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import io.restassured.response.Response;

/** What every refusal must look like. */
public final class Problems {
    private Problems() {}

    public static void assertProblem(Response answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(code.httpStatus());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code.wire());
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(code.httpStatus());
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:confab:error:" + code.wire());
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("dev.confab", "Exception", "java.", "io.quarkus");
    }

    public static void assertProblem(Response answer, ErrorCode code, String field) {
        assertProblem(answer, code);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
    }
}
