package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every log, tried on many random ones. The parameter is the seed, so a failure can be repeated. */
class FencesPropertiesTest {
    private static final int LOGS = 200;
    private static final int LENGTH = 40;
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final RoomName ROOM = new RoomName("Garden");
    private static final Username MODERATOR = new Username("mona");
    private static final List<Username> USERS = List.of(new Username("ann"), new Username("Bob"), new Username("cem"));

    /** A record of the log; positions are sparse, one second passes per record. */
    private record Entry(RoomEvent event, Position position, Instant at) {}

    static LongStream seeds() {
        return LongStream.range(0, LOGS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotMindReadingTheLogTwice(long seed) {
        List<Entry> log = randomLog(new Random(seed), true);

        Fences once = read(new Fences(), log);
        Fences twice = read(read(new Fences(), log), log);

        assertThat(judge(twice, log)).isEqualTo(judge(once, log));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotMindHearingOfOneEventAgain(long seed) {
        Random random = new Random(seed);
        List<Entry> log = randomLog(random, true);
        Entry repeated = log.get(random.nextInt(log.size()));

        Fences once = read(new Fences(), log);
        Fences again = read(new Fences(), log);
        again.onEvent(repeated.event(), repeated.position());

        assertThat(judge(again, log)).isEqualTo(judge(once, log));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldComeToTheSameEndWhenTheRelayAppendsABatchTwice(long seed) {
        Random random = new Random(seed);
        List<Entry> log = randomLog(random, true);
        List<Entry> batch = log.subList(random.nextInt(LENGTH), LENGTH);
        Position last = log.getLast().position();
        List<Entry> appendedAgain = batch.stream()
                .map(entry -> new Entry(
                        entry.event(),
                        new Position(last.value() + entry.position().value()),
                        entry.at()))
                .toList();

        Fences once = read(new Fences(), log);
        Fences twice = read(read(new Fences(), log), appendedAgain);

        Position next = new Position(2 * last.value() + 1);
        Instant now = log.getLast().at();
        assertThat(USERS).allSatisfy(user -> {
            assertThat(twice.isBanned(user, next, now)).isEqualTo(once.isBanned(user, next, now));
            assertThat(twice.endsTicketOf(user, next)).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldJudgeFromAStateAndTheLogAsFromTheLogAlone(long seed) {
        Random random = new Random(seed);
        List<Entry> log = randomLog(random, true);
        int stateAt = random.nextInt(log.size());
        int readFrom = random.nextInt(stateAt + 1);

        Fences fromLog = read(new Fences(), log);
        Fences fromState = read(stateAfter(log.subList(0, stateAt)).fences(), log.subList(readFrom, log.size()));

        assertThat(judge(fromState, log)).isEqualTo(judge(fromLog, log));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldJudgeAtOnceAsEverAfter(long seed) {
        List<Entry> log = randomLog(new Random(seed), false);
        Fences live = new Fences();
        List<Boolean> atOnce = new ArrayList<>();
        for (Entry entry : log) {
            live.onEvent(entry.event(), entry.position());
            atOnce.add(live.isVoid(new LoggedEvent(entry.position(), entry.at(), entry.event())));
        }

        List<Boolean> afterwards = log.stream()
                .map(entry -> live.isVoid(new LoggedEvent(entry.position(), entry.at(), entry.event())))
                .toList();

        assertThat(afterwards).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSurviveItsStateBeingWrittenAndRead(long seed) {
        List<Entry> log = randomLog(new Random(seed), true);
        RoomState state = stateAfter(log);

        RoomState readBack = Json.read(Json.bytes(state), RoomState.class);

        assertThat(readBack).isEqualTo(state);
        assertThat(judge(readBack.fences(), log)).isEqualTo(judge(state.fences(), log));
    }

    private static Fences read(Fences fences, List<Entry> log) {
        log.forEach(entry -> fences.onEvent(entry.event(), entry.position()));
        return fences;
    }

    /** Everything that can be asked: each user's message and ticket at, before and after each position of the log. */
    private static List<String> judge(Fences fences, List<Entry> log) {
        List<String> answers = new ArrayList<>();
        for (Entry entry : log) {
            for (Username user : USERS) {
                for (long offset = -1; offset <= 1; offset++) {
                    Position position = new Position(entry.position().value() + offset);
                    answers.add(user + "@" + position + " banned " + fences.isBanned(user, position, entry.at())
                            + ", ticket ended " + fences.endsTicketOf(user, position)
                            + ", moderates " + fences.isModerator(user, position));
                }
            }
        }
        return answers;
    }

    /** What room-service publishes, by a model of its own: rows of bans and departures, as its tables have them. */
    private static RoomState stateAfter(List<Entry> log) {
        List<BanInterval> bans = new ArrayList<>();
        Map<String, Position> departures = new HashMap<>();
        List<RoleInterval> roles = new ArrayList<>();
        Position since = Position.NONE;
        for (Entry entry : log) {
            Position at = entry.position();
            switch (entry.event()) {
                case Decision.Banned b -> bans.add(new BanInterval(b.user(), at, Optional.empty(), b.until()));
                case Decision.Unbanned u ->
                    bans.replaceAll(
                            ban -> ban.user().equals(u.user()) && ban.to().isEmpty()
                                    ? new BanInterval(ban.user(), ban.from(), Optional.of(at), ban.until())
                                    : ban);
                case Decision.Kicked k -> departures.put(k.user().key(), at);
                case Decision.Left l -> departures.put(l.user().key(), at);
                case Decision.RoomChanged c -> {
                    bans.clear();
                    departures.clear();
                    roles.clear();
                    since = at;
                }
                case Decision.RoleChanged r -> {
                    if (r.role() == Role.MODERATOR) {
                        roles.add(new RoleInterval(r.user(), Role.MODERATOR, at, Optional.empty()));
                    } else {
                        roles.replaceAll(role ->
                                role.user().equals(r.user()) && role.to().isEmpty()
                                        ? new RoleInterval(r.user(), Role.MODERATOR, role.from(), Optional.of(at))
                                        : role);
                    }
                }
                case Decision.Joined j -> {}
                case Content c -> {}
            }
        }
        Position last = log.isEmpty() ? Position.NONE : log.getLast().position();
        return new RoomState(
                ROOM,
                MODERATOR,
                List.of(),
                false,
                "",
                bans,
                departures,
                Optional.of(roles),
                since,
                Optional.empty(),
                last);
    }

    /** A log as room-service and gateways write it: nobody becomes what they are, nobody ceases to be what they are not. */
    private static List<Entry> randomLog(Random random, boolean withDeletions) {
        List<Entry> log = new ArrayList<>();
        Set<Username> banned = new HashSet<>();
        Set<Username> moderators = new HashSet<>();
        long position = 0;
        for (int i = 0; i < LENGTH; i++) {
            position += 1 + random.nextInt(3);
            Instant at = START.plusSeconds(i);
            Username user = USERS.get(random.nextInt(USERS.size()));
            RoomEvent event = switch (random.nextInt(withDeletions ? 9 : 8)) {
                case 0, 1 -> banned.add(user) ? ban(user, random, at) : unban(user, banned);
                case 2 -> new Decision.Kicked(ROOM, MessageId.next(), user, MODERATOR, "");
                case 3 -> new Decision.Left(ROOM, MessageId.next(), user);
                case 4 -> new Content.Posted(ROOM, MessageId.next(), user, new MessageText("hi"));
                case 5 -> deletion(user, USERS.get(random.nextInt(USERS.size())));
                case 6, 7 -> role(user, moderators);
                default -> {
                    banned.clear();
                    moderators.clear();
                    yield new Decision.RoomChanged(
                            ROOM, MessageId.next(), Decision.RoomChanged.Change.DELETED, MODERATOR, "", false);
                }
            };
            log.add(new Entry(event, new Position(position), at));
        }
        return log;
    }

    private static RoomEvent ban(Username user, Random random, Instant at) {
        Optional<Instant> until =
                random.nextBoolean() ? Optional.of(at.plusSeconds(random.nextInt(LENGTH))) : Optional.empty();
        return new Decision.Banned(ROOM, MessageId.next(), user, MODERATOR, "", until);
    }

    private static RoomEvent unban(Username user, Set<Username> banned) {
        banned.remove(user);
        return new Decision.Unbanned(ROOM, MessageId.next(), user, MODERATOR);
    }

    private static RoomEvent role(Username user, Set<Username> moderators) {
        Role role = moderators.remove(user) || !moderators.add(user) ? Role.MEMBER : Role.MODERATOR;
        return new Decision.RoleChanged(ROOM, MessageId.next(), user, role, MODERATOR);
    }

    private static RoomEvent deletion(Username by, Username of) {
        MessageRef about = new MessageRef(of, MessageId.next());
        return new Content.Deleted(new Destination.ToRoom(ROOM), MessageId.next(), by, about, Optional.empty());
    }
}
