package dev.confab.message.projection;

import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Fences;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what events change, from nothing but the events and what is known. Void are what the fence rule drops, what {@link
 * ProjectContent} does not let count, and everything in a room that is gone. One instance per decision.
 */
final class Projection {
    private final Map<StreamKey, Fences> fences;
    private final Set<StreamKey> gone;
    private final ProjectContent content;
    private final ProjectDecisions decisions = new ProjectDecisions();
    private final List<LoggedEvent> timeline = new ArrayList<>();
    private int voided;

    private Projection(int epoch, Known known) {
        fences = new HashMap<>(known.fences());
        gone = new HashSet<>(known.gone());
        content = new ProjectContent(known.content(), epoch);
    }

    /**
     * @param epoch of the log that the events are of
     * @param events in the order of the log, no deletions of rooms among them
     */
    static Changes of(int epoch, List<LoggedEvent> events, Known known) {
        Projection projection = new Projection(epoch, known);
        events.forEach(projection::project);
        return new Changes(
                projection.content.changes(), projection.decisions.changes(), projection.timeline, projection.voided);
    }

    private void project(LoggedEvent logged) {
        switch (logged.event()) {
            case Content said -> onContent(said, logged);
            case Decision decision -> onDecision(decision, logged);
        }
    }

    private void onContent(Content said, LoggedEvent logged) {
        if (gone.contains(said.stream()) || isFenced(said, logged) || !content.onContent(said, logged)) {
            voided++;
        } else if (!(said instanceof Content.Posted)) {
            timeline.add(logged);
        }
    }

    private boolean isFenced(Content said, LoggedEvent logged) {
        return said.stream().isRoom() ? fences(said.stream()).isVoid(logged) : said.isVoidByItself();
    }

    private void onDecision(Decision decision, LoggedEvent logged) {
        StreamKey stream = decision.stream();
        if (gone.contains(stream)) {
            if (!isCreation(decision)) {
                return;
            }
            gone.remove(stream);
        }
        decisions.onDecision(decision, logged.position());
        if (decision instanceof Timeline) {
            timeline.add(logged);
        }
        fences(stream).onEvent(decision, logged.position());
    }

    private Fences fences(StreamKey stream) {
        return fences.computeIfAbsent(stream, s -> new Fences());
    }

    private static boolean isCreation(RoomEvent event) {
        return event instanceof Decision.RoomChanged changed && changed.change() == Decision.RoomChanged.Change.CREATED;
    }
}
