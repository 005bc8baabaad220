package dev.confab.gateway.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the cookies are called in browsers. Over HTTPS they carry the prefix that keeps other hosts, and whoever listens on
 * plain HTTP, from setting them; and since cookies know no ports, several Confabs on one host need names of their own.
 */
@ApplicationScoped
public class CookieNames {
    private static final String PREFIX = "__Host-";

    private final Site site;
    private final String suffix;

    /** @param suffix What is added to the names of cookies: where several Confabs share a host, another for each. */
    CookieNames(Site site, @ConfigProperty(name = "confab.cookies.suffix") Optional<String> suffix) {
        this.site = site;
        this.suffix = suffix.map(added -> "_" + added).orElse("");
    }

    /** @param name of one of the cookies that auth-service sets */
    public String inBrowser(String name, HttpServerRequest request) {
        return (site.isSecure(request) ? PREFIX : "") + name + suffix;
    }

    /** The value that the browser has sent, if it has one. */
    public Optional<String> value(String name, HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(inBrowser(name, request)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}
