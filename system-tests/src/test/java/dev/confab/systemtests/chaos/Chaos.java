package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.Json;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who chat in some rooms of a stack and with one another, and at the end the question whether all that was promised to them was kept. */
final class Chaos implements AutoCloseable {
    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 150;

    private final Confab confab;
    private final long seed;
    private final Random random;
    private final List<String> rooms;
    private final Session owner;
    private final List<ChaosClient> clients = new ArrayList<>();
    private final List<Moderator> moderators = new ArrayList<>();

    Chaos(Confab confab, int rooms, int people, long seed) {
        this.confab = confab;
        this.seed = seed;
        this.random = new Random(seed);
        this.owner = confab.person("owner");
        this.rooms = IntStream.range(0, rooms)
                .mapToObj(i -> confab.room(owner, "chaos" + i))
                .toList();
        var persons = IntStream.range(0, people)
                .mapToObj(i -> confab.person("person" + i))
                .toList();
        IntStream.range(0, people).forEach(i -> add(persons.get(i), List.of(persons.get((i ^ 1) % people))));
    }

    /** @param others with whom they talk privately */
    private void add(Session session, List<Session> others) {
        var channels = Stream.concat(
                        rooms.stream().map(Channel::room),
                        others.stream()
                                .map(Session::username)
                                .map(other -> Channel.conversation(session.username(), other)))
                .toList();
        clients.add(new ChaosClient(session, this::gateway, channels, PAUSE_MILLIS, random.nextLong()));
    }

    /**
     * Some people who are banned and kicked from now on, each with two pages open; the owner talks to each of them. One of the
     * others is made moderator and dismissed.
     */
    Chaos withVictims(int count) {
        var victims = IntStream.range(0, count)
                .mapToObj(i -> confab.person("victim" + i))
                .toList();
        add(owner, victims);
        victims.forEach(victim -> {
            add(victim, List.of(owner));
            add(victim, List.of(owner));
        });
        moderators.add(new Moderator(
                owner,
                this::gateway,
                rooms,
                victims.stream().map(Session::username).toList(),
                clients.getFirst().username(),
                random.nextLong()));
        return this;
    }

    private synchronized String gateway() {
        return confab.gateways().get(random.nextInt(confab.gateways().size()));
    }

    List<ChaosClient> clients() {
        return clients;
    }

    List<String> rooms() {
        return rooms;
    }

    /** Bans, kicks, pardons, promotions and dismissals that were carried out. */
    int moderated() {
        return moderators.stream().mapToInt(Moderator::acts).sum();
    }

    int sent() {
        return clients.stream().mapToInt(client -> client.sends().size()).sum();
    }

    /** Returns when everybody is in all their streams. */
    Chaos awaitEverybody() {
        await().atMost(SETTLING).until(() -> clients.stream().allMatch(ChaosClient::isEverywhere));
        return this;
    }

    /** Lets everything come to rest and compares what everybody has with the log and the database. */
    void check(List<String> acts) {
        moderators.forEach(Moderator::close);
        clients.forEach(ChaosClient::fallSilent);
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(clients)
                        .as("clients that have not come to rest")
                        .allMatch(ChaosClient::isSettled));
        var log = ReadLog.of(streams(), confab.stack().kafka());
        awaitLog(log);
        clients.forEach(ChaosClient::close);
        var recording = new Recording(
                clients.stream().flatMap(client -> client.sends().stream()).toList(),
                clients.stream().flatMap(client -> client.stays().stream()).toList());
        long began = System.nanoTime();
        var violations = new ArrayList<>(Checker.violations(recording, log, stored()));
        clients.forEach(client -> client.strays().forEach(stray -> violations.add(client + " was sent " + stray)));
        System.out.println(summary(recording, log) + "; checked in "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        if (!violations.isEmpty()) {
            throw new AssertionError("seed %d, all of it in %s:%n%s%n%s"
                    .formatted(
                            seed,
                            write(acts, violations, recording, log),
                            String.join("\n", violations),
                            String.join("\n", acts)));
        }
    }

    private Set<String> streams() {
        return clients.stream()
                .flatMap(client -> client.channels().stream())
                .map(Channel::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void awaitLog(Log log) {
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(clients)
                        .as("clients that have not got everything")
                        .allMatch(client -> client.hasReachedEnd(log)));
        var ends = ReadLog.ends(confab.stack().kafka());
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(ends)
                        .as("partitions that are not projected to their ends")
                        .isEqualTo(database().projected(ends.keySet())));
    }

    private StoredContents database() {
        return new StoredContents(confab.stack());
    }

    private Map<String, Contents> stored() {
        var stored = new HashMap<String, Contents>();
        try {
            for (var stream : streams()) {
                stored.put(stream, database().of(stream));
            }
        } catch (SQLException e) {
            throw new AssertionError("the database can't be read", e);
        }
        return stored;
    }

    private String summary(Recording recording, Log log) {
        var outcomes = new HashMap<String, Integer>();
        recording
                .sends()
                .forEach(sent -> outcomes.merge(sent.outcome().getClass().getSimpleName(), 1, Integer::sum));
        var verdicts = new HashMap<Log.Verdict, Integer>();
        log.streams()
                .values()
                .forEach(stream -> stream.entries().forEach(entry -> verdicts.merge(entry.verdict(), 1, Integer::sum)));
        return "seed %d: said %s; log %s; %d stays that heard %d; %d connections; %d acts of moderation"
                .formatted(
                        seed,
                        outcomes,
                        verdicts,
                        recording.stays().size(),
                        recording.stays().stream()
                                .mapToInt(stay -> stay.heard().size())
                                .sum(),
                        clients.stream().mapToInt(ChaosClient::connections).sum(),
                        moderated());
    }

    private Path write(List<String> acts, List<String> violations, Recording recording, Log log) {
        try {
            var folder = Files.createDirectories(Path.of("target", "chaos"));
            var file = folder.resolve("seed-%d.json".formatted(seed)).toAbsolutePath();
            var all = Map.of("acts", acts, "violations", violations, "recording", recording, "log", log);
            Json.mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clients.forEach(ChaosClient::close);
    }
}
