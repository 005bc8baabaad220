package dev.confab.systemtests.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The content of some streams as the log has it, each stream's in its order, and what the rules make of each entry. */
final class Log {
    private final Map<String, Stream> streams = new TreeMap<>();

    enum Verdict {
        VALID,
        /** Its author was banned, or may not do this. */
        VOID,
        /** Its author had used the id before. */
        REPEATED,
        /** What it is about does not stand there: such a thing changes nothing, and clients may hear of it or not. */
        ASTRAY
    }

    record Entry(long position, String id, String from, What what, Verdict verdict) {
        boolean isValid() {
            return verdict == Verdict.VALID;
        }

        /** How others name it, if it is a message. */
        String ref() {
            return What.ref(from, id);
        }
    }

    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    /** One stream, with what is asked of it time and again looked up once. */
    static final class Stream {
        private final List<Entry> entries;
        private final List<Entry> valid;
        private final Map<String, List<Entry>> byName;
        private final Map<String, Set<String>> texts;
        private final Set<String> deleted;
        private final Contents contents;

        Stream(List<Entry> entries) {
            this.entries = List.copyOf(entries);
            valid = entries.stream().filter(Entry::isValid).toList();
            byName = entries.stream().collect(groupingBy(Entry::ref));
            texts = valid.stream()
                    .filter(entry -> entry.what().isWritten())
                    .collect(groupingBy(
                            Stream::subject, mapping(entry -> entry.what().text(), toSet())));
            deleted = valid.stream()
                    .filter(entry -> entry.what().kind().equals("deleted"))
                    .map(entry -> entry.what().about())
                    .collect(toSet());
            contents = Contents.of(valid);
        }

        private static String subject(Entry entry) {
            return entry.what().isMessage() ? entry.ref() : entry.what().about();
        }

        @JsonValue
        List<Entry> entries() {
            return entries;
        }

        List<Entry> valid() {
            return valid;
        }

        Contents contents() {
            return contents;
        }

        List<Entry> of(String author, String id) {
            return byName.getOrDefault(What.ref(author, id), List.of());
        }

        Optional<Entry> at(long position) {
            return entries.stream()
                    .filter(entry -> entry.position() == position)
                    .findFirst();
        }

        /** Whether a client may have missed it: what was about a deleted message may go with it. */
        boolean isOptional(Entry entry) {
            var what = entry.what();
            boolean mayGo = !what.isMessage() && !what.kind().equals("deleted");
            return !entry.isValid() || (mayGo && deleted.contains(what.about()));
        }

        /** Whether a client may have heard of this entry in these words. */
        boolean mayBeHeard(Entry entry, What heard) {
            var what = entry.what();
            return (entry.isValid() || entry.verdict() == Verdict.ASTRAY)
                    && heard.kind().equals(what.kind())
                    && heard.on() == what.on()
                    && heard.about().equals(what.about())
                    && (heard.text().equals(what.text()) || mayRead(entry, heard.text()));
        }

        /** In a gap and in history a message has the text of a later edit, or none if it was deleted. */
        private boolean mayRead(Entry entry, String text) {
            var subject = subject(entry);
            return (entry.what().isWritten() && text.isEmpty() && deleted.contains(subject))
                    || (entry.what().isMessage()
                            && texts.getOrDefault(subject, Set.of()).contains(text));
        }

        /** The last that everybody has heard of in the end; -1 if there is none. */
        long lastForAll() {
            return valid.reversed().stream()
                    .filter(entry -> !isOptional(entry))
                    .findFirst()
                    .map(Entry::position)
                    .orElse(-1L);
        }
    }

    Log(Map<String, List<Entry>> streams) {
        streams.forEach((key, entries) -> this.streams.put(key, new Stream(entries)));
    }

    @JsonValue
    Map<String, Stream> streams() {
        return streams;
    }

    Stream of(String stream) {
        return streams.computeIfAbsent(stream, unknown -> new Stream(List.of()));
    }

    /** The names of all streams, for a copy that may be gone through while others are asked for. */
    Set<String> names() {
        return new HashSet<>(streams.keySet());
    }
}
