package dev.confab.gateway.stream;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From where a request comes, as far as that can be known. */
@ApplicationScoped
class ClientAddress {
    private static final String FOR = "X-Forwarded-For";

    private final boolean behindProxy;

    /** @param behindProxy Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy in front that can be trusted. */
    ClientAddress(@ConfigProperty(name = "confab.proxy.behind-proxy", defaultValue = "false") boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    String of(HttpServerRequest request) {
        List<String> forwarded = behindProxy ? request.headers().getAll(FOR) : List.of();
        return forwarded.isEmpty() ? request.remoteAddress().hostAddress() : last(forwarded.getLast());
    }

    /** What the proxy in front has added itself; the rest is whatever its client said. */
    private static String last(String addresses) {
        return addresses.substring(addresses.lastIndexOf(',') + 1).strip();
    }
}
