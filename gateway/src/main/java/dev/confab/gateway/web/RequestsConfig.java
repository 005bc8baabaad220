package dev.confab.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be asked of the API. */
@ConfigMapping(prefix = "confab.requests")
interface RequestsConfig {
    /** REST requests per second that one user may make for long; 0 for any number. */
    @WithDefault("50")
    int perUser();

    /** REST requests that one user may make at once. */
    @WithDefault("500")
    int perUserBurst();

    /** REST requests per second that may come from one address for long, from however many users; 0 for any number. */
    @WithDefault("500")
    int perAddress();

    /** REST requests that may come from one address at once. */
    @WithDefault("5000")
    int perAddressBurst();
}
