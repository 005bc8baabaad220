package dev.confab.stack.link;

/** How a link is cut. */
public enum Cut {
    /** As by a network that swallows packets: nothing arrives any more, and nobody is told. What was under way arrives
     * late, when the link is mended, if those who sent it have waited. */
    SILENT,

    /** As by a host that went away: connections are reset, new ones refused. */
    RESET
}
