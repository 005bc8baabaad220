package dev.confab.stack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.stack.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void shouldReadEveryPart() {
        assertThat(DatabaseUrl.parse("mysql://root:secret@db.example:3307"))
                .isEqualTo(new DatabaseUrl("db.example", 3307, "root", "secret"));
    }

    @Test
    void shouldTakeTheUsualPortAndAnEmptyPasswordWhenNoneIsGiven() {
        assertThat(DatabaseUrl.parse("mariadb://admin@127.0.0.1"))
                .isEqualTo(new DatabaseUrl("127.0.0.1", 3306, "admin", ""));
    }

    @Test
    void shouldKeepEveryCharacterOfAPassword() {
        var url = new DatabaseUrl("127.0.0.1", 3306, "root", "p@ss:/w+rd %#é");

        assertThat(DatabaseUrl.parse(url.toText())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:3306",
                "postgres://root:x@h",
                "mysql://h:3306",
                "mysql://root:x@",
                "mysql://a:%zz@h",
                "mysql://root:p#@h"
            })
    void shouldRefuseWhatIsNoDatabaseUrl(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Example: mysql://root:secret@127.0.0.1:3306");
    }

    @Test
    void shouldNotShowThePassword() {
        var url = DatabaseUrl.parse("mysql://root:secret@127.0.0.1:3306");

        assertThat(url.toString() + url.address()).doesNotContain("secret");
    }
}
