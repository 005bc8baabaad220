package dev.confab.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private final Origins origins = new Origins(Optional.of(List.of("https://chat.example.org")));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, false",
        "https://confab.example, confab.example, false",
        "https://confab.example:443, confab.example, false",
        "HTTPS://Confab.Example, confab.example, false",
        "https://chat.example.org, other.example, false",
        "https://evil.example, confab.example, true",
        "https://confab.example.evil.example, confab.example, true",
        "http://localhost:9999, localhost:8080, true",
        "null, localhost:8080, true",
        "not an origin, localhost:8080, true",
    })
    void shouldTellOwnPagesFromForeignOnes(String origin, String host, boolean foreign) {
        assertThat(origins.isForeign(origin, host)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({", false", "none, false", "same-origin, false", "same-site, true", "cross-site, true"})
    void shouldTellWhereLinksAndImagesAre(String site, boolean foreign) {
        assertThat(Origins.isForeign(site)).isEqualTo(foreign);
    }
}
