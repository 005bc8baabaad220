package dev.confab.bench.driver;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the driver is told to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Order.Prepare.class, name = "prepare"),
    @JsonSubTypes.Type(value = Order.Connect.class, name = "connect"),
    @JsonSubTypes.Type(value = Order.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Order.Talk.class, name = "talk"),
})
public sealed interface Order {

    /** The port on this machine that connections go to, and the keys with which the stack's people are made up. */
    record Prepare(int port, Identities.Keys keys) implements Order {}

    /**
     * People come: each is in {@code roomsEach} rooms in turn. Those who were here under this name come back with the
     * position that they saw last.
     *
     * @param crowd what they are called from now on
     * @param first number of the first person; people of different crowds must not have the same
     * @param atOnce how many may be on their way at the same time
     */
    record Connect(String crowd, int first, int people, List<Place> rooms, int roomsEach, int atOnce)
            implements Order {}

    /** A crowd's connections end. */
    record Disconnect(String crowd) implements Order {}

    /**
     * A crowd talks, in its rooms in turn. Arrivals are as of independent people: they do not wait for anything.
     *
     * @param perSecond messages
     * @param typingPerSecond signals that somebody is typing
     * @param movesPerSecond how often somebody of the crowd {@code movers} leaves a room and enters the next
     */
    record Talk(
            String crowd,
            double seconds,
            double perSecond,
            double typingPerSecond,
            String movers,
            double movesPerSecond)
            implements Order {}

    /**
     * A room of the stack.
     *
     * @param epoch of its log
     * @param position of its log from which on tickets for it are good
     */
    record Place(String room, String epoch, long position) {}
}
