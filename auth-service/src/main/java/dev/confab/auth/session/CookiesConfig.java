package dev.confab.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Cookies. */
@ConfigMapping(prefix = "confab.cookies")
public interface CookiesConfig {
    /** Marks cookies Secure always, not only when the request came over HTTPS. */
    @WithDefault("false")
    boolean secure();
}
