package dev.confab.bench.driver;

import java.util.List;

/** Somebody who comes, perhaps goes, and comes back: what outlives a connection. */
final class Person {
    private final String token;
    private final List<Seat> seats;
    private final boolean counted;
    private int joined;

    /** @param counted whether what they receive is measured; it is not of those who move about */
    Person(String token, List<Seat> seats, boolean counted) {
        this.token = token;
        this.seats = List.copyOf(seats);
        this.counted = counted;
    }

    String token() {
        return token;
    }

    List<Seat> seats() {
        return seats;
    }

    boolean isIn(Room room) {
        return seats.stream().anyMatch(seat -> seat.room().equals(room));
    }

    boolean isCounted() {
        return counted;
    }

    /** Answers to joins come in the order of the joins, tickets being judged at once. */
    void onJoined(long position) {
        seats.get(joined++ % seats.size()).onJoined(position);
    }
}
