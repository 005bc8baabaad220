package dev.confab.message.projection;

import dev.confab.protocol.Content;
import dev.confab.protocol.Emoji;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reactions to some messages, through a run. */
final class Reactions {
    private final Map<Place, Map<Emoji, Integer>> emojis = new HashMap<>();
    private final Set<Reaction> shown;
    private final Map<Reaction, Optional<Instant>> changes = new LinkedHashMap<>();

    Reactions(Map<Place, Map<Emoji, Integer>> emojis, Set<Reaction> shown) {
        emojis.forEach((message, counts) -> this.emojis.put(message, new HashMap<>(counts)));
        this.shown = new HashSet<>(shown);
    }

    /** Whether it counts: a message has no more than so many different ones. */
    boolean show(Reaction reaction, Instant at) {
        Map<Emoji, Integer> counts = emojis.computeIfAbsent(reaction.message(), m -> new HashMap<>());
        if (!counts.containsKey(reaction.emoji()) && counts.size() >= Content.Reacted.MAX_DIFFERENT) {
            return false;
        }
        if (shown.add(reaction)) {
            counts.merge(reaction.emoji(), 1, Integer::sum);
            changes.put(reaction, Optional.of(at));
        }
        return true;
    }

    void hide(Reaction reaction) {
        if (shown.remove(reaction)) {
            emojis.getOrDefault(reaction.message(), new HashMap<>())
                    .computeIfPresent(reaction.emoji(), (emoji, count) -> count > 1 ? count - 1 : null);
            changes.put(reaction, Optional.empty());
        }
    }

    /** Nobody's are left. */
    void wipe(Place message) {
        changes.keySet().removeIf(reaction -> reaction.message().equals(message));
    }

    Map<Reaction, Optional<Instant>> changes() {
        return changes;
    }
}
