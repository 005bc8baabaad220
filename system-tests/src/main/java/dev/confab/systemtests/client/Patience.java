package dev.confab.systemtests.client;

import java.time.Duration;

/** How long anything that is awaited may take, everywhere. */
public final class Patience {
    /** Far longer than anything takes on a machine that is not stuck, so that only real failures run into it. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private Patience() {}
}
