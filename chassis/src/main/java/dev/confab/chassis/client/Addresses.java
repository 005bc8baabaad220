package dev.confab.chassis.client;

import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where requests come from: as gateways say, if it is a gateway that says so. Who faces clients has a rule of its own. */
@DefaultBean
@ApplicationScoped
public class Addresses {
    private final ProxiesConfig proxies;

    protected Addresses(ProxiesConfig proxies) {
        this.proxies = proxies;
    }

    public ClientAddress of(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return ClientAddress.of(
                request.remoteAddress().hostAddress(), forwarded == null ? "" : forwarded.strip(), proxies.trusted());
    }
}
