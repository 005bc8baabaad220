package dev.confab.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.chassis.presence.PresenceView;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomNewsTest {
    private static final RoomName ROOM = new RoomName("garden");
    private static final Username ANN = new Username("ann");
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final PresenceView view = new PresenceView();
    private final RoomNews news = new RoomNews(view, config(4), UnaryOperator.identity());

    @Test
    void shouldTellTogetherWhoCameAndWent() {
        come("ann", "bob");
        come("carl");
        go("bob");

        assertThat(told()).singleElement().isInstanceOfSatisfying(ServerFrame.Users.class, users -> {
            assertThat(users.joined()).containsExactlyInAnyOrder(ANN, new Username("carl"));
            assertThat(users.left()).containsExactly(new Username("bob"));
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void shouldTellOfWhoWentBeforeTheyWereToldOfBecauseSomebodyMayHaveSeenThem() {
        come("bob");
        assertThat(news.people(ROOM, ANN).users()).contains(new Username("bob"));

        go("bob");

        assertThat(told()).containsExactly(new ServerFrame.Users(ROOM, List.of(), List.of(new Username("bob"))));
    }

    @Test
    void shouldTellOnlyTheNumberInACrowd() {
        come("a", "b", "c", "d", "e");

        assertThat(told()).containsExactly(new ServerFrame.Crowd(ROOM, 5));
        assertThat(news.people(ROOM, ANN)).isEqualTo(new RoomNews.People(List.of(), 6));
    }

    @Test
    void shouldTellTheNumberNoMoreOftenThanIsSet() {
        come("a", "b", "c", "d", "e");
        told();

        come("f");

        assertThat(news.take(NOON.plusMillis(1_999))).isEmpty();
        assertThat(news.take(NOON.plusSeconds(2)))
                .containsExactly(new RoomNews.News(ROOM, new ServerFrame.Crowd(ROOM, 6)));
    }

    @Test
    void shouldNameEverybodyAgainOnceACrowdHasBecomeSmall() {
        come("a", "b", "c", "d", "e");
        told();

        go("c", "d", "e");

        assertThat(listOf(told())).containsExactlyInAnyOrder(new Username("a"), new Username("b"));
        assertThat(news.people(ROOM, ANN).users()).hasSize(3);
    }

    @Test
    void shouldLeaveEveryClientWithTheRightListHoweverTheRoomGrowsAndShrinks() {
        Set<Username> client = new HashSet<>();
        for (int size : new int[] {2, 4, 6, 3, 2, 5, 1, 0, 3}) {
            IntStream.range(0, 6).forEach(i -> {
                if (i < size) {
                    come("u" + i);
                } else {
                    go("u" + i);
                }
            });
            apply(client, told());
            if (news.people(ROOM, ANN).users().contains(ANN)) {
                assertThat(client).containsExactlyInAnyOrderElementsOf(view.users(ROOM.key()));
            }
        }
        assertThat(client).hasSize(3);
    }

    @Test
    void shouldMakeUpForNewsThatWereMissed() {
        come("a", "b");
        told();
        Set<Username> client = new HashSet<>(Set.of(new Username("long-gone")));

        apply(client, news.snapshot(ROOM));

        assertThat(client).containsExactlyInAnyOrder(new Username("a"), new Username("b"));
    }

    @Test
    void shouldTellOfEveryRoomThoughOneHasAKeyThatIsNoName() {
        RoomName odd = new RoomName("12345678901234567890123456789012345678901234567ab…");
        assertThat(odd.key()).hasSizeGreaterThan(RoomName.MAX_LENGTH);
        come("ann");
        view.onRecord(new PresenceRecord.Delta("g", odd.key(), List.of(ANN), List.of()), NOON)
                .forEach(news::add);

        assertThat(news.take(NOON)).extracting(RoomNews.News::room).containsExactlyInAnyOrder(ROOM, odd);
    }

    private static Set<Username> listOf(List<? extends ServerFrame> frames) {
        Set<Username> client = new HashSet<>();
        apply(client, frames);
        return client;
    }

    /** What a client does. */
    private static void apply(Set<Username> client, List<? extends ServerFrame> frames) {
        for (ServerFrame frame : frames) {
            if (frame instanceof ServerFrame.Crowd) {
                client.clear();
            } else if (frame instanceof ServerFrame.Users users) {
                client.addAll(users.joined());
                client.removeAll(Set.copyOf(users.left()));
            }
        }
    }

    private void come(String... names) {
        change(names(names), List.of());
    }

    private void go(String... names) {
        change(List.of(), names(names));
    }

    private void change(List<Username> joined, List<Username> left) {
        view.onRecord(new PresenceRecord.Delta("g", ROOM.key(), joined, left), NOON)
                .forEach(news::add);
    }

    private List<ServerFrame.Ephemeral> told() {
        return news.take(NOON).stream().map(RoomNews.News::frame).toList();
    }

    private static List<Username> names(String... names) {
        return List.of(names).stream().map(Username::new).toList();
    }

    private static PresenceConfig config(int listed) {
        return new PresenceConfig() {
            @Override
            public int listed() {
                return listed;
            }

            @Override
            public Duration countEvery() {
                return Duration.ofSeconds(2);
            }
        };
    }
}
