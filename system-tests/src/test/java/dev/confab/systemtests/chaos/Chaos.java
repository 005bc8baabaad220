package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.Json;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.faults.Kept;
import dev.confab.systemtests.faults.StoredMessages;
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
import java.util.stream.IntStream;

/** People who chat in some rooms of a stack, and at the end the question whether all that was promised to them was kept. */
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
        IntStream.range(0, people).forEach(i -> add(confab.person("person" + i)));
    }

    private ChaosClient add(Session session) {
        var client = new ChaosClient(session, this::gateway, rooms, PAUSE_MILLIS, random.nextLong());
        clients.add(client);
        return client;
    }

    /** Some people who are banned and kicked from now on, each with two pages open. */
    Chaos withVictims(int count) {
        var victims = IntStream.range(0, count)
                .mapToObj(i -> confab.person("victim" + i))
                .toList();
        victims.forEach(victim -> {
            add(victim);
            add(victim);
        });
        moderators.add(new Moderator(
                owner,
                this::gateway,
                rooms,
                victims.stream().map(Session::username).toList(),
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

    /** Bans, kicks and pardons that were carried out. */
    int moderated() {
        return moderators.stream().mapToInt(Moderator::acts).sum();
    }

    int sent() {
        return clients.stream().mapToInt(client -> client.sends().size()).sum();
    }

    /** Returns when everybody is in every room. */
    Chaos awaitEverybody() {
        await().atMost(SETTLING)
                .until(() -> clients.stream().allMatch(client -> rooms.stream().allMatch(client::isIn)));
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
        var log = ReadLog.of(rooms, confab.stack().kafka());
        awaitLog(log);
        clients.forEach(ChaosClient::close);
        var recording = new Recording(
                clients.stream().flatMap(client -> client.sends().stream()).toList(),
                clients.stream().flatMap(client -> client.stays().stream()).toList());
        var violations = new ArrayList<>(Checker.violations(recording, log, stored()));
        clients.forEach(client -> client.strays().forEach(stray -> violations.add(client + " was sent " + stray)));
        System.out.println(summary(recording, log));
        if (!violations.isEmpty()) {
            throw new AssertionError("seed %d, all of it in %s:%n%s%n%s"
                    .formatted(
                            seed,
                            write(acts, violations, recording, log),
                            String.join("\n", violations),
                            String.join("\n", acts)));
        }
    }

    private void awaitLog(Log log) {
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(clients)
                        .as("clients that have not got everything")
                        .allMatch(client -> rooms.stream()
                                .allMatch(room -> log.valid(room).isEmpty()
                                        || client.hasReached(
                                                room, log.valid(room).getLast().position()))));
        await().atMost(SETTLING)
                .untilAsserted(() -> assertThat(
                                stored().values().stream().mapToInt(List::size).sum())
                        .as("messages in the database")
                        .isGreaterThanOrEqualTo(rooms.stream()
                                .mapToInt(room -> log.valid(room).size())
                                .sum()));
    }

    private Map<String, List<Kept>> stored() {
        var messages = new StoredMessages(confab.stack());
        var byRoom = new HashMap<String, List<Kept>>();
        try {
            for (var room : rooms) {
                byRoom.put(room, messages.of(room));
            }
        } catch (SQLException e) {
            throw new AssertionError("the database can't be read", e);
        }
        return byRoom;
    }

    private String summary(Recording recording, Log log) {
        var outcomes = new HashMap<String, Integer>();
        recording
                .sends()
                .forEach(sent -> outcomes.merge(sent.outcome().getClass().getSimpleName(), 1, Integer::sum));
        var verdicts = new HashMap<Log.Verdict, Integer>();
        log.rooms().values().forEach(room -> room.forEach(entry -> verdicts.merge(entry.verdict(), 1, Integer::sum)));
        return "seed %d: sends %s; log %s; %d stays with %d messages; %d connections; %d bans, kicks and pardons"
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
