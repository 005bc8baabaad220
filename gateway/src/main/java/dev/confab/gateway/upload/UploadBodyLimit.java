package dev.confab.gateway.upload;

import dev.confab.chassis.problem.BodyLimit;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files may be large, for they pass through; all else is held as a whole. */
@ApplicationScoped
class UploadBodyLimit implements BodyLimit {
    private final long ofFiles;
    private final long ofOthers;

    /** @param ofOthers Most bytes of the body of a request that is no upload. */
    UploadBodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFiles,
            @ConfigProperty(name = "confab.requests.max-body", defaultValue = "512K") MemorySize ofOthers) {
        this.ofFiles = ofFiles.asLongValue();
        this.ofOthers = ofOthers.asLongValue();
    }

    @Override
    public long of(HttpServerRequest request) {
        return Uploads.is(request.method().name(), request.path()) ? ofFiles : ofOthers;
    }
}
