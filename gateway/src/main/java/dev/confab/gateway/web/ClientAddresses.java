package dev.confab.gateway.web;

import dev.confab.chassis.client.Addresses;
import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.client.Network;
import dev.confab.chassis.client.ProxiesConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clients speak to a gateway themselves, from whatever network, unless it is behind a proxy that is trusted. */
@Singleton
public class ClientAddresses extends Addresses {
    private static final List<Network> EVERYBODY = List.of(Network.valueOf("0.0.0.0/0"), Network.valueOf("::/0"));

    private final List<Network> trusted;

    /** @param behindProxy Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy in front that can be trusted. */
    ClientAddresses(
            ProxiesConfig proxies,
            @ConfigProperty(name = "confab.proxy.behind-proxy", defaultValue = "false") boolean behindProxy) {
        super(proxies);
        trusted = behindProxy ? EVERYBODY : List.of();
    }

    @Override
    public ClientAddress of(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return ClientAddress.of(
                request.remoteAddress().hostAddress(), forwarded == null ? "" : forwarded.strip(), trusted);
    }
}
