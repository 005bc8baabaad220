package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Outcome;
import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.chaos.Recording.Stay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Whether a run kept what Confab promises, in words for each thing that it did not keep:
 *
 * <ul>
 *   <li>what was acknowledged is in the log, and what it wrote is in the database once;
 *   <li>the database shows exactly what the log makes valid;
 *   <li>a client got exactly that too, for the time that it was in a stream, each once and in order;
 *   <li>nobody got anything void;
 *   <li>what was refused is nowhere.
 * </ul>
 */
final class Checker {
    private final Log log;
    private final Map<String, Contents> stored;
    private final List<String> violations = new ArrayList<>();

    private Checker(Log log, Map<String, Contents> stored) {
        this.log = log;
        this.stored = stored;
    }

    /** @param stored what the database holds, by stream */
    static List<String> violations(Recording recording, Log log, Map<String, Contents> stored) {
        var checker = new Checker(log, stored);
        recording.sends().forEach(checker::check);
        log.names().forEach(checker::checkStored);
        recording.stays().forEach(checker::check);
        return List.copyOf(checker.violations);
    }

    private void check(Sent sent) {
        var entries = log.of(sent.stream()).of(sent.from(), sent.id());
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
        var acknowledged =
                entries.stream().filter(entry -> entry.position() == position).findFirst();
        if (acknowledged.isEmpty()) {
            violated("%s was acknowledged and is not in the log there, but: %s", sent, entries);
        } else if (acknowledged.get().verdict() == Verdict.REPEATED) {
            violated("%s was acknowledged at the position of a repetition: %s", sent, entries);
        }
    }

    private void checkStored(String stream) {
        var held = stored.getOrDefault(stream, Contents.of(List.of()));
        var expected = log.of(stream).contents();
        var twice = new ArrayList<>(held.messages());
        new HashSet<>(held.messages()).forEach(twice::remove);
        if (!twice.isEmpty()) {
            violated("the database, in %s: has again: %s", stream, twice);
        }
        var differences = new ArrayList<String>();
        differences.addAll(Contents.differences(new HashSet<>(held.messages()), new HashSet<>(expected.messages())));
        differences.addAll(Contents.differences(held.reactions(), expected.reactions()));
        differences.addAll(Contents.differences(held.pins(), expected.pins()));
        if (!differences.isEmpty()) {
            violated("the database, in %s: %s", stream, differences);
        }
    }

    private void check(Stay stay) {
        long until = switch (stay.end()) {
            case End.Settled s -> Long.MAX_VALUE;
            case End.PutOut out -> out.position();
            case End.Gone g ->
                stay.heard().stream().mapToLong(Heard::position).max().orElse(stay.from());
        };
        compare(stay, entry -> entry.position() > stay.from() && entry.position() <= until);
    }

    /** Says first what is wrong, so that one message in the wrong place is not told as thousands. */
    private void compare(Stay stay, Predicate<Entry> inTime) {
        var stream = log.of(stay.stream());
        var known = new HashMap<Long, Entry>();
        var missing = new TreeMap<Long, Entry>();
        stream.entries().stream().filter(inTime).forEach(entry -> {
            known.put(entry.position(), entry);
            if (!stream.isOptional(entry) && !isOnlyTold(entry, stay)) {
                missing.put(entry.position(), entry);
            }
        });
        var heardAt = new HashSet<Long>();
        var strange = new ArrayList<Heard>();
        var again = new ArrayList<Long>();
        var late = new ArrayList<Long>();
        long last = Long.MIN_VALUE;
        for (var one : stay.heard()) {
            var entry = known.get(one.position());
            if (entry == null || !isSame(stream, one, entry)) {
                strange.add(one);
            } else if (!heardAt.add(one.position())) {
                again.add(one.position());
            } else if (one.position() < last) {
                late.add(one.position());
            }
            missing.remove(one.position());
            last = Math.max(last, one.position());
        }
        var who = "%s, in %s from %d".formatted(stay.client(), stay.stream(), stay.from());
        violatedIfAny("%s: got what it should not have: %s", who, strange);
        violatedIfAny("%s: got again: %s", who, again);
        violatedIfAny("%s: got out of order: %s", who, late);
        violatedIfAny("%s: did not get: %s", who, missing.values());
    }

    /** History, to which the server may send a client, shows messages and what has become of them. */
    private static boolean isOnlyTold(Entry entry, Stay stay) {
        return !entry.what().isInHistory() && stay.fetched().stream().anyMatch(span -> span.covers(entry.position()));
    }

    private static boolean isSame(Log.Stream stream, Heard heard, Entry entry) {
        return heard.id().equals(entry.id())
                && heard.from().equals(entry.from())
                && stream.mayBeHeard(entry, heard.what());
    }

    private void violatedIfAny(String what, String who, Collection<?> any) {
        if (!any.isEmpty()) {
            violated(what, who, any);
        }
    }

    private void violated(String what, Object... parts) {
        violations.add(what.formatted(parts));
    }
}
