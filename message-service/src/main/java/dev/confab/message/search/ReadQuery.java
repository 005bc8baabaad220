package dev.confab.message.search;

import dev.confab.message.search.SearchQuery.Flag;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed. Nothing in it is a pattern: what is no operator, is words. */
final class ReadQuery {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_TERMS = 20;

    /** An operator with its value, in quotes or not; a phrase, perhaps not ended yet; or a word. */
    private static final Pattern TERM =
            Pattern.compile("(?<operator>[A-Za-z]{2,6}):(?:\"(?<quoted>[^\"]*)\"?|(?<value>[^\\s\"]*))"
                    + "|\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"]+)");

    private final List<Words> words = new ArrayList<>();
    private final Set<Username> from = new LinkedHashSet<>();
    private final Set<RoomName> rooms = new LinkedHashSet<>();
    private final Set<Username> people = new LinkedHashSet<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> before = Optional.empty();
    private boolean pinned;

    private ReadQuery() {}

    /** @throws ConfabException invalid, and why */
    static SearchQuery of(@Nullable String q) {
        if (q == null || q.isBlank() || q.length() > MAX_LENGTH) {
            throw invalid("'q' is 1 to " + MAX_LENGTH + " characters of what to look for.");
        }
        return new ReadQuery().read(q);
    }

    private SearchQuery read(String q) {
        Matcher term = TERM.matcher(q);
        for (int terms = 1; term.find(); terms++) {
            if (terms > MAX_TERMS) {
                throw invalid("'q' has more than " + MAX_TERMS + " words.");
            }
            take(term, term.end() == q.length());
        }
        return new SearchQuery(words, from, rooms, people, since, before, flags, pinned);
    }

    private void take(Matcher term, boolean last) {
        @Nullable String phrase = term.group("phrase");
        @Nullable String operator = term.group("operator");
        if (phrase != null) {
            look(phrase, false, last);
        } else if (operator == null || !apply(operator.toLowerCase(Locale.ROOT), value(term))) {
            look(term.group(), true, last);
        }
    }

    private static String value(Matcher term) {
        return Stream.of("quoted", "value")
                .flatMap(group -> Stream.ofNullable(term.group(group)))
                .findFirst()
                .orElse("");
    }

    private void look(String text, boolean loose, boolean last) {
        Words read = Words.of(text, loose, last);
        if (!read.isEmpty()) {
            words.add(read);
        }
    }

    /** @return whether there is such an operator */
    private boolean apply(String operator, String value) {
        switch (operator) {
            case "from" -> from.add(name(operator, value, Username::new));
            case "in" -> in(value);
            case "before" -> earlierThan(day(operator, value).start());
            case "after" -> notBefore(day(operator, value).end());
            case "on" -> {
                notBefore(day(operator, value).start());
                earlierThan(day(operator, value).end());
            }
            case "has" -> flags.add(flag(operator, value, "link", "file"));
            case "is" -> is(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void in(String value) {
        if (value.startsWith("@")) {
            people.add(name("in", value.substring(1), Username::new));
        } else {
            rooms.add(name("in", value.startsWith("#") ? value.substring(1) : value, RoomName::new));
        }
    }

    private void is(String value) {
        if (value.equalsIgnoreCase("pinned")) {
            pinned = true;
        } else {
            flags.add(flag("is", value, "thread", "pinned"));
        }
    }

    private static Flag flag(String operator, String value, String one, String other) {
        return Stream.of(one, other)
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .map(flag -> Flag.valueOf(flag.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> invalid("'" + operator + ":' goes with '" + one + "' or '" + other + "'."));
    }

    private static <T> T name(String operator, String value, Function<String, T> read) {
        try {
            return read.apply(value);
        } catch (ConfabException noName) {
            throw invalid("'" + operator + ":' needs a name: " + noName.detail());
        }
    }

    /** From a moment up to another. */
    private record Day(Instant start, Instant end) {}

    /** A day of UTC, or a moment. */
    private static Day day(String operator, String value) {
        try {
            if (value.length() > "2026-11-01".length()) {
                Instant moment = OffsetDateTime.parse(value).toInstant();
                return new Day(moment, moment.plusMillis(1));
            }
            LocalDate day = LocalDate.parse(value);
            return new Day(
                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException noSuchDay) {
            throw invalid("'" + operator + ":' needs a day such as 2026-11-01, or a time as in RFC 3339.");
        }
    }

    private void notBefore(Instant time) {
        since = since.filter(time::isBefore).or(() -> Optional.of(time));
    }

    private void earlierThan(Instant time) {
        before = before.filter(time::isAfter).or(() -> Optional.of(time));
    }

    private static ConfabException invalid(String why) {
        return new ConfabException(ErrorCode.INVALID, why, "q");
    }
}
