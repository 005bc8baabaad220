package dev.confab.systemtests.chaos;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Outcome;
import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.chaos.Recording.Span;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.faults.Kept;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checker that can't fail proves nothing. */
class CheckerTest {
    private static final String KITCHEN = "r/kitchen";
    private static final Log LOG = new Log(Map.of(
            KITCHEN,
            List.of(
                    message(1, "a", Verdict.VALID),
                    message(3, "b", Verdict.VALID),
                    message(5, "v", Verdict.VOID),
                    message(7, "b", Verdict.REPEATED),
                    message(9, "c", Verdict.VALID),
                    about(11, "edited", "a", "changed"),
                    about(13, "reacted", "a", "👍"),
                    about(15, "reacted", "b", "👍"),
                    about(17, "pinned", "b", ""),
                    about(19, "edited", "b", "soon gone"),
                    about(21, "deleted", "b", ""),
                    new Entry(23, "of 23", "ann", new What("edited", "ann/b", "too late", false), Verdict.ASTRAY))));
    private static final long[] ALL = {1, 3, 9, 11, 13, 15, 17, 19, 21};
    private static final Contents CONTENTS = LOG.of(KITCHEN).contents();

    @Test
    void shouldKnowWhatAStreamHasComeTo() {
        assertThat(CONTENTS.messages())
                .containsExactly(
                        new Kept(1, "a", "ann", "changed"),
                        new Kept(3, "b", "ann", ""),
                        new Kept(9, "c", "ann", "text of c"));
        assertThat(CONTENTS.reactions()).containsExactly("1 👍 ann");
        assertThat(CONTENTS.pins()).isEmpty();
    }

    @Test
    void shouldFindNothingWrongWithARunThatKeptItsPromises() {
        assertThat(check(stay(0, new End.Settled(), ALL), CONTENTS, acknowledged("a", 1), acknowledged("v", 5)))
                .isEmpty();
    }

    @Test
    void shouldMissWhatWasAcknowledgedAndTheLogDoesNotHave() {
        assertThat(check(CONTENTS, acknowledged("lost", 4)))
                .singleElement()
                .asString()
                .contains("not in the log there");
    }

    @Test
    void shouldMissAMessageInTheDatabase() {
        assertThat(check(stored(1, 3))).singleElement().asString().contains("the database", "missing", "position=9");
    }

    @Test
    void shouldSeeAMessageThatIsTwiceInTheDatabase() {
        assertThat(check(stored(1, 3, 3, 9))).singleElement().asString().contains("has again", "position=3");
    }

    @Test
    void shouldSeeAnAcknowledgementAtThePositionOfARepetition() {
        assertThat(check(CONTENTS, acknowledged("b", 7)))
                .singleElement()
                .asString()
                .contains("position of a repetition");
    }

    @Test
    void shouldSeeVoidAndRepeatedMessagesInTheDatabase() {
        assertThat(check(stored(1, 3, 5, 7, 9)))
                .singleElement()
                .asString()
                .contains("too much", "position=5", "position=7");
    }

    @Test
    void shouldSeeAnOldTextOfAMessageInTheDatabase() {
        var old = Contents.of(List.of(entry(1), entry(3), entry(9)));

        assertThat(check(new Contents(old.messages(), CONTENTS.reactions(), CONTENTS.pins())))
                .singleElement()
                .asString()
                .contains("text of a", "changed", "text of b");
    }

    @Test
    void shouldSeeAReactionAndAPinThatAreLeftOfADeletedMessage() {
        var left = new Contents(CONTENTS.messages(), Set.of("1 👍 ann", "3 👍 ann"), Set.of(3L));

        assertThat(check(left)).singleElement().asString().contains("too much: 3 👍 ann", "too much: 3");
    }

    @Test
    void shouldMissAReactionInTheDatabase() {
        assertThat(check(new Contents(CONTENTS.messages(), Set.of(), Set.of())))
                .singleElement()
                .asString()
                .contains("missing: 1 👍 ann");
    }

    @Test
    void shouldSeeARefusedMessageInTheLog() {
        assertThat(check(CONTENTS, new Sent(KITCHEN, "ann", "a", new Outcome.Refused("banned"))))
                .singleElement()
                .asString()
                .contains("was refused (banned)");
    }

    @Test
    void shouldLeaveOpenWhatBecameOfASendThatNobodyAnswered() {
        assertThat(check(
                        CONTENTS,
                        new Sent(KITCHEN, "ann", "a", new Outcome.Unknown()),
                        new Sent(KITCHEN, "ann", "x", new Outcome.Unknown())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {3, 11, 13, 21})
    void shouldSeeAHoleInWhatAClientGot(long hole) {
        assertThat(check(stay(0, new End.Settled(), without(hole)), CONTENTS))
                .singleElement()
                .asString()
                .contains("did not get", "position=" + hole + ",");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {15, 17, 19})
    void shouldLetWhatIsAboutADeletedMessageGoWithIt(long gone) {
        assertThat(check(stay(0, new End.Settled(), without(gone)), CONTENTS)).isEmpty();
    }

    @Test
    void shouldSeeWhatAClientGotTwice() {
        assertThat(check(stay(8, new End.Settled(), 9, 11, 13, 15, 11, 17, 19, 21), CONTENTS))
                .singleElement()
                .asString()
                .contains("got again: [11]");
    }

    @Test
    void shouldSeeWhatAClientGotOutOfOrder() {
        assertThat(check(stay(8, new End.Settled(), 11, 9, 13, 15, 17, 19, 21), CONTENTS))
                .singleElement()
                .asString()
                .contains("out of order: [9]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {5, 7})
    void shouldSeeThatAClientGotSomethingVoid(long wrong) {
        var heard = LongStream.concat(LongStream.of(ALL), LongStream.of(wrong))
                .sorted()
                .toArray();

        assertThat(check(stay(0, new End.Settled(), heard), CONTENTS))
                .singleElement()
                .asString()
                .contains("should not have", "position=" + wrong + ",");
    }

    @Test
    void shouldLetAClientHearOfWhatChangesNothing() {
        var heard = LongStream.concat(LongStream.of(ALL), LongStream.of(23)).toArray();

        assertThat(check(stay(0, new End.Settled(), heard), CONTENTS)).isEmpty();
    }

    @Test
    void shouldSeeThatAClientGotAnotherTextThanTheLogHas() {
        assertThat(check(heard(8, 9, What.message("forged")), CONTENTS))
                .anyMatch(violation -> violation.contains("forged"));
        assertThat(check(heard(8, 9, What.message("")), CONTENTS))
                .as("a text that is missing though nothing was deleted")
                .anyMatch(violation -> violation.contains("should not have"));
    }

    @Test
    void shouldLetAClientReadWhatAMessageHasBecome() {
        assertThat(check(heard(0, 1, What.message("changed")), CONTENTS)).isEmpty();
        assertThat(check(heard(2, 3, What.message("")), CONTENTS)).isEmpty();
    }

    @Test
    void shouldExpectMessagesAloneWhereAClientWasSentToHistory() {
        var fetched = List.of(new Span(10, 17));

        assertThat(check(stay(8, fetched, 9, 19, 21), CONTENTS)).isEmpty();
        assertThat(check(stay(8, List.of(new Span(8, 17)), 19, 21), CONTENTS))
                .singleElement()
                .asString()
                .contains("did not get", "position=9,");
    }

    @Test
    void shouldExpectNothingFromBeforeTheJoinOrAfterTheEnd() {
        assertThat(check(stay(1, new End.PutOut(8), 3), CONTENTS)).isEmpty();
        assertThat(check(stay(0, new End.Gone(), 1, 3), CONTENTS)).isEmpty();
        assertThat(check(stay(0, new End.PutOut(8), 1, 3, 9), CONTENTS)).hasSize(1);
        assertThat(check(stay(1, new End.PutOut(10), 1, 3, 9), CONTENTS)).hasSize(1);
    }

    private static long[] without(long hole) {
        return LongStream.of(ALL).filter(position -> position != hole).toArray();
    }

    private static List<String> check(Contents stored, Sent... sends) {
        return Checker.violations(new Recording(List.of(sends), List.of()), LOG, Map.of(KITCHEN, stored));
    }

    private static List<String> check(Stay stay, Contents stored, Sent... sends) {
        return Checker.violations(new Recording(List.of(sends), List.of(stay)), LOG, Map.of(KITCHEN, stored));
    }

    private static Sent acknowledged(String id, long position) {
        return new Sent(KITCHEN, "ann", id, new Outcome.Acknowledged(position));
    }

    private static Stay stay(long from, End end, long... positions) {
        return new Stay("bob", KITCHEN, from, end, heard(positions), List.of());
    }

    private static Stay stay(long from, List<Span> fetched, long... positions) {
        return new Stay("bob", KITCHEN, from, new End.Settled(), heard(positions), fetched);
    }

    /** One who heard this alone, and went. */
    private static Stay heard(long from, long position, What what) {
        var entry = entry(position);
        var heard = new Heard(position, entry.id(), entry.from(), what);
        return new Stay("bob", KITCHEN, from, new End.Gone(), List.of(heard), List.of());
    }

    private static List<Heard> heard(long... positions) {
        return LongStream.of(positions)
                .mapToObj(CheckerTest::entry)
                .map(entry -> new Heard(entry.position(), entry.id(), entry.from(), entry.what()))
                .toList();
    }

    /** A database that has these messages, as they have become. */
    private static Contents stored(long... positions) {
        var present = CONTENTS.messages().stream().collect(toMap(Kept::position, kept -> kept));
        var messages = LongStream.of(positions)
                .mapToObj(CheckerTest::entry)
                .map(entry -> present.getOrDefault(
                        entry.position(),
                        new Kept(
                                entry.position(),
                                entry.id(),
                                entry.from(),
                                entry.what().text())))
                .toList();
        return new Contents(messages, CONTENTS.reactions(), CONTENTS.pins());
    }

    private static Entry entry(long position) {
        return LOG.of(KITCHEN).at(position).orElseThrow();
    }

    private static Entry message(long position, String id, Verdict verdict) {
        return new Entry(position, id, "ann", What.message("text of " + id), verdict);
    }

    private static Entry about(long position, String kind, String id, String text) {
        var what = new What(kind, "ann/" + id, text, !kind.equals("deleted") && !kind.equals("edited"));
        return new Entry(position, "of " + position, "ann", what, Verdict.VALID);
    }
}
