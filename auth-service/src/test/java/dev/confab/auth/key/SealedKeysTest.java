package dev.confab.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedKeysTest {
    private static final String SECRET = "a secret that is only good enough for tests";
    private static final String ANOTHER = "another secret, also good enough for tests";
    private static final TokenKey KEY = TokenKey.generate(1, Instant.parse("2026-01-01T00:00:00Z"));

    private final SealedKeys sealed = sealed(SECRET, Optional.empty());

    @Test
    void shouldKeepNothingThatCanBeRead() {
        // when
        String kept = sealed.seal(KEY);
        // then
        assertThat(kept).doesNotContain("{").doesNotContain(KEY.id());
        assertThat(kept).isNotEqualTo(sealed.seal(KEY)).hasSizeLessThan(4_000);
        assertThat(sealed.open(row(1, kept)).stale()).isFalse();
        assertThat(sealed.open(row(1, kept)).key().toJson()).isEqualTo(KEY.toJson());
    }

    @Test
    void shouldReadAKeyOfAFormerVersionAndWantItSealed() {
        // when
        SealedKeys.Opened opened = sealed.open(row(1, KEY.toJson()));
        // then
        assertThat(opened.key().id()).isEqualTo(KEY.id());
        assertThat(opened.stale()).isTrue();
    }

    @Test
    void shouldReadAKeyOfTheSecretOfBeforeAndWantItSealedAnew() {
        // given
        String kept = sealed(ANOTHER, Optional.empty()).seal(KEY);
        // when
        SealedKeys.Opened opened = sealed(SECRET, Optional.of(ANOTHER)).open(row(1, kept));
        // then
        assertThat(opened.key().id()).isEqualTo(KEY.id());
        assertThat(opened.stale()).isTrue();
    }

    @Test
    void shouldSayThatTheSecretIsAnother() {
        String kept = sealed(ANOTHER, Optional.empty()).seal(KEY);

        assertThatIllegalStateException()
                .isThrownBy(() -> sealed.open(row(1, kept)))
                .withMessageContaining("confab.keys.secret");
    }

    @Test
    void shouldNotTakeOneRowForAnother() {
        String kept = sealed.seal(KEY);

        assertThatIllegalStateException().isThrownBy(() -> sealed.open(row(2, kept)));
    }

    @Test
    void shouldRefuseAShortSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed("short", Optional.empty()))
                .withMessageContaining("confab.keys.secret");
    }

    private static TokenKeyRow row(int generation, String kept) {
        TokenKeyRow row = new TokenKeyRow(KEY, kept);
        row.generation = generation;
        return row;
    }

    private static SealedKeys sealed(String secret, Optional<String> former) {
        return new SealedKeys(new KeysConfig() {
            @Override
            public String secret() {
                return secret;
            }

            @Override
            public Optional<String> formerSecret() {
                return former;
            }

            @Override
            public Duration rotation() {
                return Duration.ofDays(30);
            }

            @Override
            public Duration publishAhead() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration retire() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration check() {
                return Duration.ofMinutes(1);
            }
        });
    }
}
