package dev.confab.message.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The index that this replica searches. */
@ConfigMapping(prefix = "confab.search")
public interface SearchConfig {
    /** Where the index is, for this process alone. What is lost there is made again from the database. */
    @WithDefault("${java.io.tmpdir}/confab-search")
    Path folder();

    /** Threads that search. */
    @WithDefault("2")
    int workers();

    /** How many searches may wait for a thread; more are refused at once, with unavailable. */
    @WithDefault("64")
    int queue();

    /** How long one may wait for a thread; after that nobody wants the answer any more. */
    @WithDefault("5s")
    Duration longestWait();

    /** How long one search may take in the index. */
    @WithDefault("2s")
    Duration timeout();

    /** How often what is indexed is made to last, at most and only if there is something. */
    @WithDefault("1s")
    Duration commitInterval();

    /** How many messages are read at once while the index is made anew. */
    @WithDefault("2000")
    int page();

    /** First pause after something failed; doubles up to retry-max. */
    @WithDefault("200ms")
    Duration retryMin();

    /** Longest pause while something fails. */
    @WithDefault("10s")
    Duration retryMax();
}
