package dev.confab.chassis.problem;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same for all requests, where a service does not say otherwise. */
final class BodyLimitSetup {
    @Produces
    @Singleton
    @DefaultBean
    BodyLimit same(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        return request -> maxBodySize.asLongValue();
    }
}
