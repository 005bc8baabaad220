package dev.confab.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.chassis.presence.PresenceView;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalPeopleTest {
    private static final RoomName ROOM = new RoomName("Kitchen");
    private static final Username ANN = new Username("ann");

    private final LocalPeople people = new LocalPeople();

    @Test
    void shouldTellWhoCameAndWhoWentOnce() {
        people.change(ROOM, ANN, true);
        assertThat(people.takeChanges("g")).containsExactly(delta(List.of(ANN), List.of()));
        assertThat(people.takeChanges("g")).isEmpty();

        people.change(ROOM, ANN, false);
        assertThat(people.takeChanges("g")).containsExactly(delta(List.of(), List.of(ANN)));
    }

    @Test
    void shouldTellNothingOfSomebodyWhoWentAndCameBackAtOnce() {
        people.change(ROOM, ANN, true);
        people.takeChanges("g");

        people.change(ROOM, ANN, false);
        people.change(ROOM, ANN, true);

        assertThat(people.takeChanges("g")).isEmpty();
        assertThat(people.snapshot("g"))
                .containsExactly(new PresenceRecord.Snapshot("g", Map.of("kitchen", List.of(ANN))));
    }

    @Test
    void shouldTellOfMoreThanARecordHoldsInSeveral() {
        int everybody = 2 * LocalPeople.MAX_NAMES + 1;
        IntStream.range(0, everybody).forEach(i -> people.change(ROOM, new Username("u" + i), true));
        people.takeChanges("g");

        List<PresenceRecord> records = people.snapshot("g");

        PresenceView view = new PresenceView();
        records.forEach(record -> view.onRecord(record, Instant.EPOCH));
        assertThat(records).hasSize(3);
        assertThat(view.count("kitchen")).isEqualTo(everybody);
    }

    private static PresenceRecord.Delta delta(List<Username> joined, List<Username> left) {
        return new PresenceRecord.Delta("g", "kitchen", joined, left);
    }
}
