package dev.confab.gateway.connection;

import io.micrometer.core.instrument.Counter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something of which all connections together may hold so much. Who has kept us waiting longest gives way to who comes: a
 * request that comes whole is answered within moments, so it is not the one, however many others are left hanging.
 */
final class Share {
    /** Of those that don't wait for their client, so many are passed over in search of one that does. */
    private static final int SEARCH = 64;
    /** Who gives way does so a moment later; meanwhile there may be a fourth more. */
    private static final int MARGIN = 4;

    private final long max;
    private final Counter displaced;
    /** The oldest first. */
    private final LinkedHashMap<HttpConnection, Integer> holders = new LinkedHashMap<>();

    private final Map<HttpConnection, Integer> leaving = new HashMap<>();
    private long total;
    private long left;

    Share(long max, Counter displaced) {
        this.max = max;
        this.displaced = displaced;
    }

    /** False if there is nothing left, even once those have gone that were asked to. */
    synchronized boolean take(HttpConnection connection, int amount) {
        holders.merge(connection, amount, Integer::sum);
        total += amount;
        int searched = 0;
        while (total - left > max && searched++ < SEARCH) {
            HttpConnection oldest = holders.keySet().iterator().next();
            holders.putLast(oldest, holders.getOrDefault(oldest, 0));
            if (oldest.waitsForClient() && !leaving.containsKey(oldest)) {
                leave(oldest);
            }
        }
        return total <= max + Math.max(1, max / MARGIN);
    }

    private void leave(HttpConnection connection) {
        int held = holders.getOrDefault(connection, 0);
        leaving.put(connection, held);
        left += held;
        displaced.increment();
        connection.giveWay(this);
    }

    /** All that it holds. */
    synchronized void letGo(HttpConnection connection) {
        stays(connection);
        Integer held = holders.remove(connection);
        total -= held == null ? 0 : held;
    }

    /** Was asked to give way, but no longer waits for its client. */
    synchronized void stays(HttpConnection connection) {
        Integer held = leaving.remove(connection);
        left -= held == null ? 0 : held;
    }

    synchronized long total() {
        return total;
    }
}
