package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Outcome;
import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.faults.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a run kept what Confab promises, in words for each thing that it did not keep:
 *
 * <ul>
 *   <li>an acknowledged message is in the log, and in the database once;
 *   <li>the database holds exactly what the log makes valid, in its order;
 *   <li>a client got exactly that too, for the time that it was in a room, each once and in order;
 *   <li>nobody got anything void;
 *   <li>what was refused is nowhere.
 * </ul>
 */
final class Checker {
    private final Log log;
    private final Map<String, List<Kept>> stored;
    private final List<String> violations = new ArrayList<>();

    private Checker(Log log, Map<String, List<Kept>> stored) {
        this.log = log;
        this.stored = stored;
    }

    /** @param stored what the database holds, by room */
    static List<String> violations(Recording recording, Log log, Map<String, List<Kept>> stored) {
        var checker = new Checker(log, stored);
        recording.sends().forEach(checker::check);
        log.rooms().keySet().forEach(checker::checkStored);
        recording.stays().forEach(checker::check);
        return List.copyOf(checker.violations);
    }

    private void check(Sent sent) {
        var entries = log.of(sent.room(), sent.from(), sent.id());
        switch (sent.outcome()) {
            case Outcome.Acknowledged acknowledged -> checkKept(sent, acknowledged.position(), entries);
            case Outcome.Refused refused -> {
                if (!entries.isEmpty()) {
                    violated("%s was refused (%s) and is in the log: %s", sent, refused.code(), entries);
                }
            }
            case Outcome.Unknown u -> {}
        }
    }

    private void checkKept(Sent sent, long position, List<Entry> entries) {
        if (entries.stream().noneMatch(entry -> entry.position() == position)) {
            violated("%s was acknowledged and is not in the log there, but: %s", sent, entries);
            return;
        }
        boolean isVoid = entries.stream().allMatch(entry -> entry.verdict() == Verdict.VOID);
        long rows = stored.getOrDefault(sent.room(), List.of()).stream()
                .filter(row -> row.id().equals(sent.id()) && row.from().equalsIgnoreCase(sent.from()))
                .count();
        if (rows != (isVoid ? 0 : 1)) {
            violated("%s was acknowledged and is %d times in the database", sent, rows);
        }
        if (!isVoid && entries.stream().noneMatch(entry -> entry.isValid() && entry.position() == position)) {
            violated("%s was acknowledged at the position of a repetition: %s", sent, entries);
        }
    }

    private void checkStored(String room) {
        var rows = stored.getOrDefault(room, List.of()).stream()
                .map(row -> new Heard(row.position(), row.id(), row.from(), row.text()))
                .toList();
        compare("the database, in " + room, rows, log.valid(room));
    }

    private void check(Stay stay) {
        long until = switch (stay.end()) {
            case End.Settled s -> Long.MAX_VALUE;
            case End.PutOut out -> out.position();
            case End.Gone g ->
                stay.heard().stream().mapToLong(Heard::position).max().orElse(stay.from());
        };
        var expected = log.valid(stay.room()).stream()
                .filter(entry -> entry.position() > stay.from() && entry.position() <= until)
                .toList();
        compare("%s, in %s from %d".formatted(stay.client(), stay.room(), stay.from()), stay.heard(), expected);
    }

    /** Says first what is wrong, so that one message in the wrong place is not told as thousands. */
    private void compare(String who, List<Heard> heard, List<Entry> expected) {
        var missing = new HashMap<Long, Entry>();
        expected.forEach(entry -> missing.put(entry.position(), entry));
        var strange = new ArrayList<Heard>();
        var again = new ArrayList<Long>();
        var late = new ArrayList<Long>();
        long last = Long.MIN_VALUE;
        var known = Map.copyOf(missing);
        for (var one : heard) {
            var entry = known.get(one.position());
            if (entry == null || !one.equals(asHeard(entry))) {
                strange.add(one);
            } else if (missing.remove(one.position()) == null) {
                again.add(one.position());
            } else if (one.position() < last) {
                late.add(one.position());
            }
            last = Math.max(last, one.position());
        }
        if (!strange.isEmpty()) {
            violated("%s: got what it should not have: %s", who, strange);
        }
        if (!again.isEmpty()) {
            violated("%s: got again: %s", who, again);
        }
        if (!late.isEmpty()) {
            violated("%s: got out of order: %s", who, late);
        }
        if (!missing.isEmpty()) {
            violated("%s: did not get: %s", who, missing.values());
        }
    }

    private static Heard asHeard(Entry entry) {
        return new Heard(entry.position(), entry.id(), entry.from(), entry.text());
    }

    private void violated(String what, Object... parts) {
        violations.add(what.formatted(parts));
    }
}
