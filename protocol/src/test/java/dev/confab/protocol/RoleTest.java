package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    @ParameterizedTest
    @CsvSource({
        "OWNER, OWNER, false",
        "OWNER, MODERATOR, true",
        "OWNER, MEMBER, true",
        "MODERATOR, OWNER, false",
        "MODERATOR, MODERATOR, false",
        "MODERATOR, MEMBER, true",
        "MEMBER, OWNER, false",
        "MEMBER, MODERATOR, false",
        "MEMBER, MEMBER, false",
    })
    void shouldModerateThoseBelow(Role actor, Role target, boolean allowed) {
        assertThat(actor.mayModerate(target)).isEqualTo(allowed);
    }
}
