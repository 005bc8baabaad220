package dev.confab.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressedPageTest {
    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br', true",
        "'br;q=1.0, gzip;q=0.8', true",
        "GZIP, true",
        "*, true",
        "'gzip;q=0', false",
        "'br, gzip;q=0.000', false",
        "identity, false",
        "'', false",
    })
    void shouldCompressForThoseAloneWhoSayThatTheyTakeIt(String accepted, boolean takes) {
        assertThat(CompressedPage.takesGzip(accepted)).isEqualTo(takes);
    }
}
