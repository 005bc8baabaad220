package dev.confab.bench.driver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room as the driver knows it: who is there, and how far its log has been seen by anybody. */
final class Room {
    private final Order.Place place;
    private final List<Client> members = new CopyOnWriteArrayList<>();
    private volatile long head;
    private volatile int counted;

    Room(Order.Place place) {
        this.place = place;
    }

    Order.Place place() {
        return place;
    }

    String name() {
        return place.room();
    }

    long head() {
        return head;
    }

    /** Event loops may race here; the highest wins soon enough. */
    void onPosition(long position) {
        if (position > head) {
            head = position;
        }
    }

    void enter(List<Client> clients) {
        members.addAll(clients);
        count();
    }

    void leave(List<Client> clients) {
        members.removeAll(clients);
        count();
    }

    private void count() {
        counted = (int) members.stream()
                .filter(client -> client.person().isCounted() && client.isLive())
                .count();
    }

    /** How many receive what is said here and are measured. */
    int counted() {
        return counted;
    }
}
