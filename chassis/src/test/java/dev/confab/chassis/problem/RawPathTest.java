package dev.confab.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/rooms",
                "/api/rooms/",
                "/api/rooms/a%2Fb/members/ann",
                "/api/rooms/c++",
                "/api/rooms/a%3Bb",
                "/api/rooms/%252e%252e",
                "/api/rooms/...",
                "/api/rooms/%F0%9F%8C%B1",
                "*",
            })
    void shouldNameOneThing(String path) {
        assertThat(RawPath.namesOneThing(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "/api/rooms/ops;old",
                "/api;x/rooms/ops",
                "/api/rooms/ops;",
                "//api/rooms",
                "/api/rooms//ops",
                "/api/rooms/./ops",
                "/api/rooms/old/../ops",
                "/api/rooms/old/%2e%2E/ops",
                "/api/rooms/.%2e",
                "/api/rooms/a\\b",
                "/api/rooms/a b",
                "/api/rooms/ä",
                "/api/rooms/%",
                "/api/rooms/%4",
                "/api/rooms/%4x",
                "/api/rooms/%ff",
                "/api/rooms/%c0%ae%c0%ae/ops",
                "/api/rooms/%ed%a0%80",
            })
    void shouldNotNameOneThing(String path) {
        assertThat(RawPath.namesOneThing(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"c++, c++", "a%2Bb, a+b", "a%3bb, a;b", "%2525, %25", "%F0%9F%8C%B1, 🌱"})
    void shouldDecodeOnceAndLeaveAPlusAlone(String segment, String name) {
        assertThat(RawPath.decode(segment)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c++", "a;b", "a b", "100%25", "a/b?c#d", "🌱", "..."})
    void shouldEncodeSoThatItIsDecodedToTheSame(String name) {
        String segment = RawPath.encode(name);

        assertThat(RawPath.namesOneThing("/" + segment)).isTrue();
        assertThat(RawPath.decode(segment)).contains(name);
    }
}
