package dev.confab.stack.service;

import dev.confab.stack.process.AotCache;
import dev.confab.stack.process.Jvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Confab's services, in the order in which they are shown. */
public enum Service {
    AUTH("auth-service", "confab_auth", 160),
    ROOM("room-service", "confab_room", 160),
    MESSAGE("message-service", "confab_message", 256),
    MEDIA("media-service", "confab_media", 256),
    GATEWAY("gateway", null, 512);

    private final String module;
    private final Optional<String> schema;
    /** Most memory for objects. */
    private final int heapMegabytes;

    Service(String module, @org.jspecify.annotations.Nullable String schema, int heapMegabytes) {
        this.module = module;
        this.schema = Optional.ofNullable(schema);
        this.heapMegabytes = heapMegabytes;
    }

    /** Name of the Maven module, and of the process where there is only one. */
    public String module() {
        return module;
    }

    /** Name of the schema that only this service uses, if it keeps anything in the database. */
    public Optional<String> schema() {
        return schema;
    }

    /** What {@code java -jar} runs. */
    public Path jar(Path checkout) {
        return checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** What lets it start quickly. */
    public AotCache cache(Path checkout) {
        return new AotCache(jar(checkout));
    }

    /** Starts one process of it, to be configured by environment variables. */
    public List<String> command(Path checkout, Jvm jvm) {
        return jvm.command(
                heapMegabytes, cache(checkout), List.of("-jar", jar(checkout).toString()));
    }
}
