package dev.confab.chassis;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.confab.protocol.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** REST bodies are read and written exactly as the records of the topics are. */
final class JsonSetup {
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }
}
