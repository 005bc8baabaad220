package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.faults.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a stream has come to: what history shows of it to the end.
 *
 * @param messages each with its present text, "" if it was deleted
 * @param reactions {@code position emoji user} of each that stands
 * @param pins the positions of pinned messages
 */
record Contents(List<Kept> messages, Set<String> reactions, Set<Long> pins) {

    /** @param valid all that counts, in the log's order */
    static Contents of(List<Entry> valid) {
        var fold = new Fold();
        valid.forEach(fold::take);
        return new Contents(List.copyOf(fold.messages.values()), Set.copyOf(fold.reactions), Set.copyOf(fold.pins));
    }

    static String reaction(long position, String emoji, String userKey) {
        return position + " " + emoji + " " + userKey;
    }

    private static final class Fold {
        private final Map<Long, Kept> messages = new TreeMap<>();
        private final Map<String, Long> positions = new HashMap<>();
        private final Set<String> reactions = new TreeSet<>();
        private final Set<Long> pins = new TreeSet<>();

        void take(Entry entry) {
            var what = entry.what();
            if (what.isMessage()) {
                positions.put(entry.ref(), entry.position());
                messages.put(entry.position(), new Kept(entry.position(), entry.id(), entry.from(), what.text()));
                return;
            }
            long subject = positions.get(what.about());
            switch (what.kind()) {
                case "edited" -> say(subject, what.text());
                case "deleted" -> {
                    say(subject, "");
                    pins.remove(subject);
                    reactions.removeIf(reaction -> reaction.startsWith(subject + " "));
                }
                case "reacted" -> {
                    var reaction = reaction(subject, what.text(), Log.key(entry.from()));
                    var _ = what.on() ? reactions.add(reaction) : reactions.remove(reaction);
                }
                case "pinned" -> {
                    var _ = what.on() ? pins.add(subject) : pins.remove(subject);
                }
                default -> throw new AssertionError("an unknown kind: " + what);
            }
        }

        private void say(long subject, String text) {
            messages.computeIfPresent(subject, (position, kept) -> new Kept(position, kept.id(), kept.from(), text));
        }
    }

    /** What is in one of two sets alone, in words; empty if they are the same. */
    static <T> List<String> differences(Set<T> held, Set<T> expected) {
        var differences = new ArrayList<String>();
        held.stream().filter(one -> !expected.contains(one)).forEach(one -> differences.add("too much: " + one));
        expected.stream().filter(one -> !held.contains(one)).forEach(one -> differences.add("missing: " + one));
        return differences;
    }
}
