package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Outcome;
import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.faults.Kept;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checker that can't fail proves nothing. */
class CheckerTest {
    private static final Log LOG = new Log(Map.of(
            "kitchen",
            List.of(
                    entry(1, "a", Verdict.VALID),
                    entry(3, "b", Verdict.VALID),
                    entry(5, "v", Verdict.VOID),
                    entry(7, "b", Verdict.REPEATED),
                    entry(9, "c", Verdict.VALID))));
    private static final Map<String, List<Kept>> STORED = stored(1, 3, 9);

    @Test
    void shouldFindNothingWrongWithARunThatKeptItsPromises() {
        assertThat(check(stay(0, new End.Settled(), 1, 3, 9), STORED, acknowledged("a", 1), acknowledged("v", 5)))
                .isEmpty();
    }

    @Test
    void shouldMissAnAcknowledgedMessageThatTheLogDoesNotHave() {
        assertThat(check(STORED, acknowledged("lost", 4)))
                .singleElement()
                .asString()
                .contains("not in the log there");
    }

    @Test
    void shouldMissAnAcknowledgedMessageInTheDatabase() {
        assertThat(check(stored(1, 3), acknowledged("c", 9)))
                .anyMatch(violation -> violation.contains("is 0 times in the database"))
                .anyMatch(violation -> violation.contains("did not get"));
    }

    @Test
    void shouldSeeAMessageThatIsTwiceInTheDatabase() {
        assertThat(check(stored(1, 3, 3, 9), acknowledged("b", 3)))
                .anyMatch(violation -> violation.contains("is 2 times in the database"))
                .anyMatch(violation -> violation.contains("got again: [3]"));
    }

    @Test
    void shouldSeeAnAcknowledgementAtThePositionOfARepetition() {
        assertThat(check(STORED, acknowledged("b", 7)))
                .singleElement()
                .asString()
                .contains("position of a repetition");
    }

    @Test
    void shouldSeeVoidAndRepeatedMessagesInTheDatabase() {
        assertThat(check(stored(1, 3, 5, 7, 9)))
                .singleElement()
                .asString()
                .contains("should not have", "position=5", "position=7");
    }

    @Test
    void shouldSeeARefusedMessageInTheLog() {
        assertThat(check(STORED, new Sent("kitchen", "ann", "a", new Outcome.Refused("banned"))))
                .singleElement()
                .asString()
                .contains("was refused (banned)");
    }

    @Test
    void shouldLeaveOpenWhatBecameOfASendThatNobodyAnswered() {
        assertThat(check(
                        STORED,
                        new Sent("kitchen", "ann", "a", new Outcome.Unknown()),
                        new Sent("kitchen", "ann", "x", new Outcome.Unknown())))
                .isEmpty();
    }

    @Test
    void shouldSeeAHoleInWhatAClientGot() {
        assertThat(check(stay(0, new End.Settled(), 1, 9), STORED))
                .singleElement()
                .asString()
                .contains("did not get", "position=3");
    }

    @Test
    void shouldSeeWhatAClientGotTwice() {
        assertThat(check(stay(0, new End.Settled(), 1, 3, 1, 9), STORED))
                .singleElement()
                .asString()
                .contains("got again: [1]");
    }

    @Test
    void shouldSeeWhatAClientGotOutOfOrder() {
        assertThat(check(stay(0, new End.Settled(), 3, 1, 9), STORED))
                .singleElement()
                .asString()
                .contains("out of order: [1]");
    }

    @Test
    void shouldSeeThatAClientGotSomethingVoid() {
        assertThat(check(stay(0, new End.Settled(), 1, 3, 5, 9), STORED))
                .singleElement()
                .asString()
                .contains("should not have", "position=5");
    }

    @Test
    void shouldSeeThatAClientGotAnotherTextThanTheLogHas() {
        var stay = new Stay("bob", "kitchen", 3, new End.Settled(), List.of(new Heard(9, "c", "ann", "forged")));

        assertThat(check(stay, STORED)).anyMatch(violation -> violation.contains("forged"));
    }

    @Test
    void shouldExpectNothingFromBeforeTheJoinOrAfterTheEnd() {
        assertThat(check(stay(1, new End.PutOut(8), 3), STORED)).isEmpty();
        assertThat(check(stay(0, new End.Gone(), 1, 3), STORED)).isEmpty();
        assertThat(check(stay(0, new End.PutOut(8), 1, 3, 9), STORED)).hasSize(1);
        assertThat(check(stay(1, new End.Settled(), 1, 3, 9), STORED)).hasSize(1);
    }

    private static List<String> check(Map<String, List<Kept>> stored, Sent... sends) {
        return Checker.violations(new Recording(List.of(sends), List.of()), LOG, stored);
    }

    private static List<String> check(Stay stay, Map<String, List<Kept>> stored, Sent... sends) {
        return Checker.violations(new Recording(List.of(sends), List.of(stay)), LOG, stored);
    }

    private static Sent acknowledged(String id, long position) {
        return new Sent("kitchen", "ann", id, new Outcome.Acknowledged(position));
    }

    private static Stay stay(long from, End end, long... positions) {
        return new Stay(
                "bob",
                "kitchen",
                from,
                end,
                Arrays.stream(positions)
                        .mapToObj(position -> LOG.at("kitchen", position).orElseThrow())
                        .map(entry -> new Heard(entry.position(), entry.id(), entry.from(), entry.text()))
                        .toList());
    }

    private static Map<String, List<Kept>> stored(long... positions) {
        return Map.of(
                "kitchen",
                Arrays.stream(positions)
                        .mapToObj(position -> LOG.at("kitchen", position).orElseThrow())
                        .map(entry -> new Kept(entry.position(), entry.id(), entry.from(), entry.text()))
                        .toList());
    }

    private static Entry entry(long position, String id, Verdict verdict) {
        return new Entry(position, id, "ann", "text of " + id, verdict);
    }
}
