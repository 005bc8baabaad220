package dev.confab.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.message.search.SearchQuery.Flag;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadQueryTest {

    @Test
    void shouldTellOperatorsFromWords() {
        // when
        SearchQuery query = ReadQuery.of("tea from:Ann in:kitchen in:\"living room\" in:@bob has:LINK Is:thread"
                + " is:pinned after:2026-01-01 on:2026-11-01 \"two words\" foo:bar");
        // then
        assertThat(query.words().stream()
                        .map(words -> words.tokens().stream().map(Token::word).toList())
                        .toList())
                .hasToString("[[tea], [two, words], [foo:bar]]");
        assertThat(query.from()).containsExactly(new Username("ann"));
        assertThat(query.rooms()).containsExactly(new RoomName("kitchen"), new RoomName("living room"));
        assertThat(query.people()).containsExactly(new Username("bob"));
        assertThat(query.flags()).containsExactlyInAnyOrder(Flag.LINK, Flag.THREAD);
        assertThat(query.pinned()).isTrue();
        assertThat(query.since()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(query.before()).contains(Instant.parse("2026-11-02T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "from:",
                "from:a/b",
                "in:@",
                "in:",
                "before:yesterday",
                "after:2026-13-01",
                "on:2026-02-30",
                "has:money",
                "is:",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"
            })
    void shouldSayWhatIsWrong(String q) {
        assertThatThrownBy(() -> ReadQuery.of(q)).isInstanceOfSatisfying(ConfabException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
            assertThat(refused.field()).contains("q");
        });
    }

    @Test
    void shouldBoundItsLength() {
        assertThat(ReadQuery.of("x".repeat(500)).words()).isNotEmpty();
        assertThatThrownBy(() -> ReadQuery.of("x".repeat(501))).isInstanceOf(ConfabException.class);
        assertThatThrownBy(() -> ReadQuery.of(null)).isInstanceOf(ConfabException.class);
    }
}
