package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request ends is never in doubt, so that nothing can be smuggled past what stands in front of a gateway. */
@SystemTest
class BoundariesTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4, 5",
                "Content-Length: +4",
                "Content-Length: -4",
                "Content-Length: 0x4",
                "Transfer-Encoding: xchunked\r\nContent-Length: 4",
                "Transfer-Encoding: chunked, identity\r\nContent-Length: 4",
                "Transfer-Encoding : chunked\r\nContent-Length: 4",
            })
    void shouldRefuseALengthThatIsInDoubt(String headers, Confab confab) throws IOException {
        // when
        List<String> statuses = statuses(confab, headers, "{}{}");
        // then
        assertThat(statuses).first().isIn("400", "501");
    }

    @Test
    void shouldLetChunksAloneSayWhereARequestEnds(Confab confab) throws IOException {
        // when
        List<String> statuses = statuses(confab, "Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\n");
        // then
        assertThat(statuses)
                .as("an empty body, and what follows it, if that is still listened to")
                .isIn(List.of("400"), List.of("400", "404"));
    }

    private static List<String> statuses(Confab confab, String headers, String body) throws IOException {
        URI gateway = URI.create(confab.gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write("""
                            POST /api/auth/login HTTP/1.1\r
                            Host: %s\r
                            Content-Type: application/json\r
                            %s\r
                            \r
                            %sGET /api/nothing HTTP/1.1\r
                            Host: %s\r
                            Connection: close\r
                            \r
                            """.formatted(gateway.getAuthority(), headers, body, gateway.getAuthority())
                    .getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return STATUS.matcher(answers)
                    .results()
                    .map(MatchResult::group)
                    .map(line -> line.substring(9))
                    .toList();
        }
    }
}
