package dev.confab.bench.scenario;

import java.util.List;

/** All scenarios, in the order in which they run: those that fill the database come late. */
public final class Scenarios {
    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(
                new FanOut(
                        "big-room", 1, 1_000, 20, 7, "Socket.IO 12.8, with Redis and MySQL 15.5, ejabberd 67, C 4.8"),
                new FanOut("rooms", 20, 50, 200, 12, "Socket.IO 19.4, with Redis and MySQL 41.6, C 5.6"),
                new FanOut("small-rooms", 100, 10, 500, 35, "Socket.IO 31.0, with Redis and MySQL 87.8, C 7.0"),
                new RisingRate(),
                new IdleConnections(),
                new Reconnects(),
                new TeamAtWork(),
                new ProjectBacklog(),
                new HistoryPages(),
                new DirectoryPages(),
                new ColdStart());
    }
}
