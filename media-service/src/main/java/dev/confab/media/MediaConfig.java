package dev.confab.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Files that people share. */
@ConfigMapping(prefix = "confab")
public interface MediaConfig {
    Media media();

    Message message();

    /** Files: where they are, how many, and for how long. */
    interface Media {
        /** Folder of the files. Replicas share it. */
        @WithDefault("media")
        Path folder();

        /** Most bytes of all files of one user. */
        @WithDefault("1G")
        MemorySize quota();

        /** How long a file can be sent after it was uploaded; shorter than {@code unreferenced-for}. */
        @WithDefault("12h")
        Duration ticketLifetime();

        /** How long a file stays that is in no message. */
        @WithDefault("24h")
        Duration unreferencedFor();

        /** How often files are looked for that can go. */
        @WithDefault("30s")
        Duration sweepEvery();

        /** How often it is asked of a file whether it is still in a message. */
        @WithDefault("6h")
        Duration askEvery();

        /** Uploads at the same time, a thread for each; more are refused, to be tried again. */
        @WithDefault("64")
        int uploads();

        /** Threads that look at pictures, and as many that decode them. */
        @WithDefault("2")
        int workers();

        /** Pictures that may wait for such a thread; more are refused, to be tried again. */
        @WithDefault("100")
        int waiting();

        /** How long decoding one picture may take. */
        @WithDefault("5s")
        Duration decodeWithin();
    }

    /** message-service, which knows who may read what. */
    interface Message {
        /** Base URL of message-service. */
        @WithDefault("http://localhost:8083")
        URI url();
    }
}
