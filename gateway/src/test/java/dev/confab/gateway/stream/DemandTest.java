package dev.confab.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemandTest {
    private final EventLoop loop = new DefaultEventLoop();
    private final Demand demand = new Demand(loop);
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    private void onLoop(Runnable work) {
        loop.submit(work).syncUninterruptibly();
    }

    /** What is queued on the loop may queue more. */
    private List<String> done() {
        onLoop(() -> {});
        onLoop(() -> {});
        return done;
    }

    @Test
    void shouldWaitUntilTheReaderHasTakenAll() {
        // given
        demand.onAsked(1);
        onLoop(() -> {
            demand.onGiven();
            demand.onGiven();
            demand.whenTaken(() -> done.add("next"));
        });
        assertThat(done()).isEmpty();
        // when
        demand.onAsked(1);
        // then
        assertThat(done()).isEmpty();
        // when
        demand.onAsked(1);
        // then
        assertThat(done()).containsExactly("next");
        demand.onAsked(1);
        assertThat(done()).containsExactly("next");
    }

    @Test
    void shouldNotWaitForAReaderWhoAsksForAll() {
        // given
        demand.onAsked(1);
        demand.onAsked(Long.MAX_VALUE);
        // when
        onLoop(() -> {
            demand.onGiven();
            demand.whenTaken(() -> done.add("next"));
        });
        // then
        assertThat(done()).containsExactly("next");
    }
}
