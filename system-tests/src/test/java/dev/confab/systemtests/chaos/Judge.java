package dev.confab.systemtests.chaos;

import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Fences;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.systemtests.chaos.Log.Entry;
import dev.confab.systemtests.chaos.Log.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges one stream by the rules alone: the fences, that the first of an id counts, and that what is about nothing does not. */
final class Judge {
    private final Fences fences = new Fences();
    private final Set<String> used = new HashSet<>();
    /** The messages that stand. */
    private final Set<String> standing = new HashSet<>();

    private final List<Entry> entries = new ArrayList<>();

    /** To be called in the log's order. */
    void onEvent(LoggedEvent logged) {
        boolean isVoid = isVoid(logged);
        fences.onEvent(logged.event(), logged.position());
        if (logged.event() instanceof Content content) {
            var what = What.of(Json.mapper().valueToTree(logged.event()));
            var name = What.ref(content.from().value(), content.id().toString());
            var verdict = isVoid ? Verdict.VOID : judge(name, what);
            if (verdict == Verdict.VALID) {
                used.add(name);
                takeIn(name, what);
            }
            entries.add(new Entry(
                    logged.position().value(),
                    content.id().toString(),
                    content.from().value(),
                    what,
                    verdict));
        }
    }

    /** Fences are of rooms; nobody is put out of a conversation, and there both may do everything. */
    private boolean isVoid(LoggedEvent logged) {
        return switch (logged.event()) {
            case Content content when content.room().isEmpty() -> content.isVoidByItself();
            case Content c -> fences.isVoid(logged);
            case Decision d -> false;
        };
    }

    private Verdict judge(String name, What what) {
        if (used.contains(name)) {
            return Verdict.REPEATED;
        }
        return what.isMessage() || standing.contains(what.about()) ? Verdict.VALID : Verdict.ASTRAY;
    }

    private void takeIn(String name, What what) {
        if (what.isMessage()) {
            standing.add(name);
        } else if (what.kind().equals("deleted")) {
            standing.remove(what.about());
        }
    }

    List<Entry> entries() {
        return entries;
    }
}
