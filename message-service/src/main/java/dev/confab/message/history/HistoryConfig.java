package dev.confab.message.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What of history is shown to whom. */
@ConfigMapping(prefix = "confab.history")
interface HistoryConfig {
    /** Who may see the texts that a message had before it was edited. */
    enum Revisions {
        /** Whoever may read the message. */
        EVERYBODY,
        /** Its author, and the room's owner and moderators. */
        AUTHOR
    }

    /** Who sees what a message said before it was edited: {@code everybody} who may read it, or its {@code author} and moderators. */
    @WithDefault("everybody")
    Revisions revisions();

    /** Most former texts of a message that are shown: the newest of them. */
    @WithDefault("200")
    int mostRevisions();
}
