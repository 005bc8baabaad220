package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.fences.Witness.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dconfab.fences.rounds=50} measures more thoroughly. */
@SystemTest
class FloodTest {
    private static final int ROUNDS = Integer.getInteger("confab.fences.rounds", 3);
    private static final int MESSAGES = 60;
    private static final String MARKER = "that was that";
    /** The promise is a second; this machine may be busy with other things. */
    private static final Duration GENEROUS = Duration.ofSeconds(5);

    /** How to put somebody out of a room. */
    private enum Fence {
        BAN("banned"),
        KICK("kicked");

        private final String farewell;

        Fence(String farewell) {
            this.farewell = farewell;
        }

        void raise(Confab confab, Session owner, String room, Session user) {
            switch (this) {
                case BAN ->
                    confab.api(owner)
                            .put(path("/api/rooms/{}/bans/{}", room, user.username()), Map.of())
                            .expect(200);
                case KICK ->
                    confab.api(owner)
                            .delete(path("/api/rooms/{}/members/{}", room, user.username()))
                            .expect(204);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowAndStoreNothingOfTheirsFromThatPositionOn(Fence fence, Confab confab) throws Exception {
        // given
        Session owner = confab.person("owner");
        Session mallory = confab.person("mallory");
        ChatClient speaker = confab.connect(owner);
        List<ChatClient> clients = IntStream.rangeClosed(1, 3)
                .mapToObj(gateway -> confab.connect(confab.person("witness"), confab.gateway(gateway)))
                .toList();
        var told = new ArrayList<Duration>();
        var last = new ArrayList<Duration>();
        try (var flood = new Flood(confab, mallory);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                String room = confab.room(owner, "fenced");
                speaker.join(room);
                flood.join(room);
                var enough = new CountDownLatch(MESSAGES);
                List<Future<List<Seen>>> seen = clients.stream()
                        .map(client -> new Witness(client.join(room), mallory, enough))
                        .map(witness -> threads.submit(() -> witness.watch(room, MARKER)))
                        .toList();
                List<Future<Seen>> farewells = flood.told(fence.farewell, room);
                flood.begin(room);
                assertThat(enough.await(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
                // when
                long begun = System.nanoTime();
                fence.raise(confab, owner, room, mallory);
                // then
                long position = farewells.getFirst().get().position();
                for (var farewell : farewells) {
                    assertThat(farewell.get().position()).isEqualTo(position);
                    told.add(Duration.ofNanos(farewell.get().seenAt() - begun));
                }
                flood.awaitEnd();
                speaker.send(MARKER);
                List<Long> shown = positions(seen.getFirst().get());
                assertThat(shown)
                        .last()
                        .satisfies(shownLast -> assertThat(shownLast).isLessThan(position));
                for (var others : seen) {
                    assertThat(positions(others.get())).isEqualTo(shown);
                    last.add(Duration.ofNanos(others.get().getLast().seenAt() - begun));
                }
                assertThat(stored(confab, owner, room, mallory)).isEqualTo(shown);
            }
        }
        System.out.println(Figures.of(fence + " → told, on each of 6 sockets at 3 gateways", told));
        System.out.println(Figures.of(fence + " → last delivery of theirs, at each of 3 gateways", last));
        assertThat(Figures.of("told", told).percentile(100)).isLessThan(GENEROUS);
    }

    private static List<Long> positions(List<Seen> seen) {
        return seen.stream().map(Seen::position).toList();
    }

    private static List<Long> stored(Confab confab, Session reader, String room, Session author) {
        return History.ofRoom(confab.api(reader), room).all().stream()
                .filter(message -> message.from().equals(author.username()))
                .map(History.Stored::position)
                .toList();
    }
}
