package dev.confab.message.search;

import dev.confab.protocol.ConfabException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The index that is searched, if there is one right now, and how much of everything it holds. */
@ApplicationScoped
class CurrentIndex {
    private static final double WHOLE = 1;

    /**
     * An index with what is in it.
     *
     * @param share from 0 to 1: it is whole
     */
    record Searchable(MessageIndex index, double share) {
        boolean isComplete() {
            return share >= WHOLE;
        }
    }

    private final AtomicReference<@Nullable Searchable> searchable = new AtomicReference<>();

    /** Fails as unavailable if there is none. */
    Searchable require() {
        Searchable current = searchable.get();
        if (current == null) {
            throw ConfabException.unavailable("The search");
        }
        return current;
    }

    double share() {
        Searchable current = searchable.get();
        return current == null ? 0 : current.share();
    }

    void complete(MessageIndex index) {
        searchable.set(new Searchable(index, WHOLE));
    }

    void incomplete(MessageIndex index, double share) {
        searchable.set(new Searchable(index, Math.min(share, 0.99)));
    }

    void none() {
        searchable.set(null);
    }
}
