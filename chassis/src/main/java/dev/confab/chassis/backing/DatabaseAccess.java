package dev.confab.chassis.backing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** By what a service with a schema knows that it is talking to its database. */
@ConfigMapping(prefix = "confab.database")
public interface DatabaseAccess {
    /** File of the certificates (PEM) that issue the server's; with it the database is reached by TLS alone, under its own name. */
    Optional<Path> certificates();
}
