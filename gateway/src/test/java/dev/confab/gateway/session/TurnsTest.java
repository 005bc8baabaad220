package dev.confab.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int MOST = 3;
    private static final StreamKey KITCHEN = StreamKey.of(new RoomName("kitchen"));
    private static final StreamKey CELLAR = StreamKey.of(new RoomName("cellar"));

    private final Turns turns = new Turns(MOST, Runnable::run);
    private final List<String> begun = new ArrayList<>();
    private final CompletableFuture<String> joining = new CompletableFuture<>();

    @Test
    void shouldBeginACommandWhenTheOneBeforeItHasTakenEffect() {
        // given
        var join = join();
        var leave = atOnce(KITCHEN, "leave");
        var typing = atOnce(KITCHEN, "typing");
        assertThat(begun).containsExactly("join");
        // when
        joining.complete("joined");
        // then
        assertThat(begun).containsExactly("join", "leave", "typing");
        join.assertItem("joined");
        leave.assertItem("leave");
        typing.assertItem("typing");
    }

    @Test
    void shouldNotHoldUpWhatIsAboutAnotherRoom() {
        // given
        join();
        // when
        var other = atOnce(CELLAR, "typing");
        // then
        other.assertItem("typing");
    }

    @Test
    void shouldGoOnAfterACommandThatFailed() {
        // given
        var join = join();
        var leave = atOnce(KITCHEN, "leave");
        // when
        joining.completeExceptionally(new IllegalStateException("away"));
        // then
        join.assertFailedWith(IllegalStateException.class);
        leave.assertItem("leave");
    }

    @Test
    void shouldGoOnAfterACommandThatWasRefusedAtOnce() {
        // given
        var refused = turns.<String>inTurn(KITCHEN, () -> {
                    throw new IllegalStateException("not joined");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        // when
        var next = atOnce(KITCHEN, "typing");
        // then
        refused.assertFailedWith(IllegalStateException.class);
        next.assertItem("typing");
    }

    @Test
    void shouldBeginTheNextWhileTheAnswerIsStillToComeButNotBeforeItWasAskedFor() {
        // given
        CompletableFuture<String> kept = new CompletableFuture<>();
        join();
        var send = turns.inTurn(
                        KITCHEN,
                        () -> Uni.createFrom()
                                .item(new Effect<>(Uni.createFrom().completionStage(() -> {
                                    begun.add("append");
                                    return kept;
                                }))))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        var leave = atOnce(KITCHEN, "leave");
        // when
        joining.complete("joined");
        // then
        assertThat(begun).containsExactly("join", "append", "leave");
        leave.assertItem("leave");
        send.assertNotTerminated();
        kept.complete("kept");
        send.assertItem("kept");
    }

    @Test
    void shouldRefuseMoreThanMayWait() {
        // given
        join();
        for (int i = 0; i < MOST; i++) {
            atOnce(KITCHEN, "waits");
        }
        // when
        var tooMany = atOnce(KITCHEN, "one too many");
        joining.complete("joined");
        var again = atOnce(KITCHEN, "again");
        // then
        tooMany.assertFailedWith(ConfabException.class);
        again.assertItem("again");
        assertThat(begun).containsExactly("join", "waits", "waits", "waits", "again");
    }

    @Test
    void shouldCarryOutNothingThatWaitsWhenTheConnectionHasGone() {
        // given
        join();
        atOnce(KITCHEN, "leave");
        // when
        turns.end();
        joining.complete("joined");
        atOnce(KITCHEN, "typing");
        // then
        assertThat(begun).containsExactly("join");
    }

    private UniAssertSubscriber<String> join() {
        return turns.inTurn(KITCHEN, () -> {
                    begun.add("join");
                    return Effect.with(Uni.createFrom().completionStage(() -> joining));
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private UniAssertSubscriber<String> atOnce(StreamKey about, String command) {
        return turns.inTurn(about, () -> {
                    begun.add(command);
                    return Effect.with(Uni.createFrom().item(command));
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
