package dev.confab.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private Process sleeper;

    @BeforeEach
    void startSomething() throws IOException {
        sleeper = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void shouldFindTheProcessAgain() {
        var identity = ProcessIdentity.of(sleeper.toHandle());

        assertThat(identity.find()).contains(sleeper.toHandle());
    }

    @Test
    void shouldNotFindAProcessThatHasEnded() {
        var identity = ProcessIdentity.of(sleeper.toHandle());

        sleeper.destroyForcibly();
        sleeper.onExit().join();

        assertThat(identity.find()).isEmpty();
    }

    @Test
    void shouldNotTakeAReusedPidForTheProcess() {
        var now = ProcessIdentity.of(sleeper.toHandle());
        var before = new ProcessIdentity(now.pid(), now.started().minus(Duration.ofHours(1)), now.program());

        assertThat(before.find()).isEmpty();
    }

    @Test
    void shouldNotTakeAnotherProgramForTheProcess() {
        var java = new ProcessIdentity(7, START, "/usr/bin/java");

        assertThat(java.isSame(new ProcessIdentity(7, START, "/usr/bin/vim"))).isFalse();
    }

    @Test
    void shouldForgiveAClockThatWasSetABit() {
        var java = new ProcessIdentity(7, START, "/usr/bin/java");

        assertThat(java.isSame(new ProcessIdentity(7, START.plusSeconds(1), "/usr/bin/java")))
                .isTrue();
    }
}
