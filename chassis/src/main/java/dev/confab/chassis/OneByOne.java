package dev.confab.chassis;

import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Handles many things in a row so that a bad one costs no other: it is told of, and stepped over. */
public final class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private OneByOne() {}

    /** @param doing what is done with each, for the log; the item itself may be private */
    public static <T> void handle(String doing, Iterable<T> items, Consumer<? super T> handler) {
        items.forEach(item -> {
            try {
                handler.accept(item);
            } catch (RuntimeException failure) {
                LOG.errorf("%s: stepping over one: %s", doing, failure);
                LOG.debug(doing, failure);
            }
        });
    }
}
