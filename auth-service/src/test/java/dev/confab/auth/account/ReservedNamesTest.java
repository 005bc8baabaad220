package dev.confab.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"..", "me", "Confab", "SYSTEM", "media-service", "Media-Service"})
    void shouldBeNobodys(String name) {
        assertThatThrownBy(() -> ReservedNames.refuse(new Username(name)))
                .isInstanceOfSatisfying(
                        ConfabException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void shouldLeaveOthersFree() {
        assertThatCode(() -> ReservedNames.refuse(new Username("media"))).doesNotThrowAnyException();
    }
}
