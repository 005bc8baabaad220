package dev.confab.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.session.RefreshChain.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshChainTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final RefreshChain.Begun begun = RefreshChain.begin(START);

    @Test
    void shouldMoveOnWithAGoodLink() {
        // when
        Verdict verdict = begun.chain().judge(begun.link(), START, GRACE);
        // then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Good.class,
                        good -> assertThat(good.next())
                                .isNotEqualTo(begun.link())
                                .hasSize(43));
    }

    @Test
    void shouldGiveTheSameNextLinkToTwoTabsAtTheSameTime() {
        // given
        Verdict.Good first = use(begun.chain(), begun.link(), START);
        RefreshChain moved = begun.chain().after(first, START);
        // when
        Verdict verdict = moved.judge(begun.link(), START.plus(GRACE), GRACE);
        // then
        assertThat(verdict).isEqualTo(new Verdict.Repeated(first.next()));
    }

    @Test
    void shouldSeeTheftInALinkThatWasUsedLongAgo() {
        // given
        RefreshChain moved = begun.chain().after(use(begun.chain(), begun.link(), START), START);
        // when
        Verdict verdict = moved.judge(begun.link(), START.plus(GRACE).plusMillis(1), GRACE);
        // then
        assertThat(verdict).isEqualTo(new Verdict.Stolen());
    }

    @Test
    void shouldSeeTheftHoweverOftenTheThiefHasRefreshedSince() {
        // given
        RefreshChain chain = begun.chain();
        String link = begun.link();
        for (int i = 0; i < 50; i++) {
            Verdict.Good good = use(chain, link, START);
            chain = chain.after(good, START);
            link = good.next();
        }
        // when
        Verdict verdict = chain.judge(begun.link(), START, GRACE);
        // then
        assertThat(verdict).isEqualTo(new Verdict.Stolen());
    }

    @Test
    void shouldNotTakeAGuessForTheft() {
        // given
        RefreshChain moved = begun.chain().after(use(begun.chain(), begun.link(), START), START);
        String guess = RefreshChain.begin(START).link();
        // when
        Verdict verdict = moved.judge(guess, START, GRACE);
        // then
        assertThat(verdict).isEqualTo(new Verdict.Foreign());
    }

    @Test
    void shouldKeepNoLinkInWhatIsStored() {
        // when
        RefreshChain stored = begun.chain();
        // then
        assertThat(stored.toString()).doesNotContain(begun.link());
    }

    private static Verdict.Good use(RefreshChain chain, String link, Instant now) {
        return (Verdict.Good) chain.judge(link, now, GRACE);
    }
}
