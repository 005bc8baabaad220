package dev.confab.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private final Origins origins =
            new Origins(new Site(Optional.empty(), false, false), Optional.of(List.of("https://chat.example.org")));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, false, localhost:8080, false",
        "https://confab.example, true, confab.example, false",
        "https://confab.example:443, true, confab.example, false",
        "HTTPS://Confab.Example, true, confab.example:443, false",
        "http://confab.example:80, false, confab.example, false",
        "https://chat.example.org, false, other.example, false",
        "https://evil.example, true, confab.example, true",
        "https://confab.example.evil.example, true, confab.example, true",
        "http://localhost:9999, false, localhost:8080, true",
        "null, false, localhost:8080, true",
        "not an origin, false, localhost:8080, true",
        "not an origin, false, not a host, true",
    })
    void shouldTellOwnPagesFromForeignOnes(String origin, boolean secure, String host, boolean foreign) {
        assertThat(origins.isForeign(origin, secure, host)).isEqualTo(foreign);
    }

    /** Somebody on the way can put whatever they like into the first. */
    @ParameterizedTest
    @CsvSource({
        "http://confab.example, true, confab.example",
        "https://confab.example, false, confab.example",
        "http://confab.example:443, true, confab.example",
        "https://confab.example:80, false, confab.example",
    })
    void shouldTakeThePageOfAnotherSchemeForAForeignOne(String origin, boolean secure, String host) {
        assertThat(origins.isForeign(origin, secure, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({", false", "none, false", "same-origin, false", "same-site, true", "cross-site, true"})
    void shouldTellWhereLinksAndImagesAre(String site, boolean foreign) {
        assertThat(Origins.isForeign(site)).isEqualTo(foreign);
    }
}
