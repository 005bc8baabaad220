package dev.confab.gateway.web;

import dev.confab.chassis.client.Addresses;
import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.client.ProxiesConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Clients speak to a gateway themselves, or to a proxy in front of it: where they are is what {@link Site} says. */
@Singleton
public class ClientAddresses extends Addresses {
    private final Site site;

    ClientAddresses(ProxiesConfig proxies, Site site) {
        super(proxies);
        this.site = site;
    }

    @Override
    public ClientAddress of(HttpServerRequest request) {
        return ClientAddress.of(site.address(request), "", List.of());
    }
}
