package dev.confab.message.projection;

import dev.confab.protocol.LoggedEvent;
import java.util.List;

/**
 * What a run of events changes in the tables.
 *
 * @param timeline what everybody in a stream is told beside its messages
 * @param voided content that counts for nothing
 */
record Changes(ContentChanges content, DecisionChanges decisions, List<LoggedEvent> timeline, int voided) {
    static final Changes NONE = new Changes(ContentChanges.NONE, DecisionChanges.NONE, List.of(), 0);
}
