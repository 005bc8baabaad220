package dev.confab.systemtests.scale;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A join costs what a join costs, however many are in the room. */
@SystemTest
class CrowdTest {
    /** People in the crowd; {@code -Dconfab.crowd=5000} for a measurement. */
    private static final int EVERYBODY = Integer.getInteger("confab.crowd", 450);
    /** So many that they are a crowd already, and so few that many are to come. */
    private static final int FIRST = 220;

    /**
     * By naming each to each, each of the later ones would cost more than 220 names of 10 bytes to themselves and more than
     * 220 frames of 60 bytes to the others: 16 KB.
     */
    private static final int BYTES_PER_JOIN = 3_000;

    @Test
    void shouldNotCostMoreToJoinTheMoreThereAre(Confab confab) throws Exception {
        // given
        try (var many = new Multitude(confab, EVERYBODY)) {
            String room = confab.room(many.person(0), "stadium");
            long begun = System.nanoTime();
            join(many.connect(0, FIRST), room);
            awaitCrowd(many, FIRST);
            long before = many.bytes();
            // when
            List<LeanClient> rest = many.connect(FIRST, EVERYBODY);
            join(rest, room);
            LeanClient last = rest.getLast();
            await().atMost(Patience.LIMIT.multipliedBy(5))
                    .until(() -> last.lastCrowd().contains("\"online\":" + EVERYBODY));
            // then
            long perJoin = (many.bytes() - before) / (EVERYBODY - FIRST);
            System.out.printf(
                    "%d joined in %d ms; %d bytes per join for the first %d, %d for the others%n",
                    EVERYBODY, (System.nanoTime() - begun) / 1_000_000, before / FIRST, FIRST, perJoin);
            assertThat(perJoin).isLessThan(BYTES_PER_JOIN);
            assertThat(last.awaitIn().path("online").asInt()).isGreaterThan(FIRST);
            assertThat(membersOnline(confab, many, room)).hasSize(EVERYBODY);
        }
    }

    private static void join(List<LeanClient> clients, String room) throws InterruptedException {
        Multitude.inParallel(
                clients.size(),
                i -> clients.get(i)
                        .join(room, Optional.empty(), Optional.empty())
                        .awaitIn());
    }

    private static void awaitCrowd(Multitude many, int count) {
        await().atMost(Patience.LIMIT)
                .until(() -> many.clients().getFirst().lastCrowd().contains("\"online\":" + count));
    }

    /** Page by page, as the page of the web app asks. */
    private static Set<String> membersOnline(Confab confab, Multitude many, String room) {
        Set<String> names = new HashSet<>();
        String next = "";
        do {
            var page = confab.api(many.person(0))
                    .get(path("/api/rooms/{}/members?online=true&limit=200", room)
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.path("members")
                    .forEach(member -> names.add(member.path("username").asText()));
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        return names;
    }
}
