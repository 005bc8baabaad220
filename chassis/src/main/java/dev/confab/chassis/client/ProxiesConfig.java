package dev.confab.chassis.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Who may speak for others. */
@ConfigMapping(prefix = "confab.proxies")
public interface ProxiesConfig {
    /**
     * The networks that gateways are in. Only from there X-Forwarded-For (its last entry) is taken for the client's
     * address.
     */
    @WithDefault("127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
    List<Network> trusted();
}
