package dev.confab.gateway.remote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the other services are. */
@ConfigMapping(prefix = "confab")
public interface RemoteConfig {
    Auth auth();

    Room room();

    Message message();

    Media media();

    /** auth-service. */
    interface Auth {
        /** Base URL of auth-service. */
        @WithDefault("http://localhost:8081")
        URI url();
    }

    /** room-service. */
    interface Room {
        /** Base URL of room-service. */
        @WithDefault("http://localhost:8082")
        URI url();
    }

    /** message-service. */
    interface Message {
        /** Base URL of message-service. */
        @WithDefault("http://localhost:8083")
        URI url();
    }

    /** media-service. */
    interface Media {
        /** Base URL of media-service. */
        @WithDefault("http://localhost:8084")
        URI url();
    }
}
