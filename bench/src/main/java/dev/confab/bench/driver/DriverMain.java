package dev.confab.bench.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The driver's process: carries out orders one after the other. */
final class DriverMain {
    /** Of whom nothing is counted. */
    private static final String MOVERS = "movers";

    private final Loops loops = new Loops(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));
    private final Map<String, Crowd> crowds = new HashMap<>();
    private final Map<Order.Place, Room> rooms = new HashMap<>();
    private Optional<Identities> identities = Optional.empty();
    private InetSocketAddress server = new InetSocketAddress(0);

    public static void main(String[] arguments) throws IOException {
        var json = new ObjectMapper();
        var driver = new DriverMain();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(json.writeValueAsString(driver.carryOut(json.readValue(line, Order.class))));
        }
        Runtime.getRuntime().halt(0);
    }

    private Object carryOut(Order order) {
        try {
            return switch (order) {
                case Order.Prepare prepare -> prepare(prepare);
                case Order.Connect connect -> crowd(connect).connect(server, connect.atOnce());
                case Order.Disconnect disconnect -> {
                    crowd(disconnect.crowd()).disconnect();
                    yield new Answer.Done(loops.take().failure);
                }
                case Order.Talk talk -> new Talk(crowd(talk.crowd()), movers(talk.movers()), loops).run(talk);
            };
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    private Answer.Done prepare(Order.Prepare prepare) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), prepare.port());
        identities = Optional.of(new Identities(prepare.keys()));
        crowds.clear();
        rooms.clear();
        return new Answer.Done("");
    }

    private Crowd movers(String name) {
        return name.isEmpty() ? new Crowd(List.of(), List.of(), loops) : crowd(name);
    }

    private Crowd crowd(String name) {
        @Nullable Crowd crowd = crowds.get(name);
        if (crowd == null) {
            throw new IllegalArgumentException("no such crowd: " + name);
        }
        return crowd;
    }

    private Crowd crowd(Order.Connect connect) {
        return crowds.computeIfAbsent(connect.crowd(), _ -> {
            var here = connect.rooms().stream()
                    .map(place -> rooms.computeIfAbsent(place, Room::new))
                    .toList();
            var people = IntStream.range(0, connect.people())
                    .parallel()
                    .mapToObj(i -> person(connect, here, i))
                    .toList();
            return new Crowd(people, here, loops);
        });
    }

    private Person person(Order.Connect connect, List<Room> here, int i) {
        var identity = identities.orElseThrow();
        int number = connect.first() + i;
        var seats = IntStream.range(0, connect.roomsEach())
                .mapToObj(k -> here.get((i + k) % here.size()))
                .map(room -> new Seat(room, identity.ticket(number, room.place())))
                .toList();
        return new Person(identity.token(number), seats, !connect.crowd().equals(MOVERS));
    }
}
