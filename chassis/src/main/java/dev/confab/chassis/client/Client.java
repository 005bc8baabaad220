package dev.confab.chassis.client;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The device behind this request. */
@RequestScoped
public class Client {
    private static final int MAX_USER_AGENT = 255;

    private final HttpServerRequest request;
    private final Addresses addresses;

    Client(RoutingContext context, Addresses addresses) {
        this.request = context.request();
        this.addresses = addresses;
    }

    public ClientAddress address() {
        return addresses.of(request);
    }

    public Device device() {
        return new Device(address(), userAgent());
    }

    private String userAgent() {
        String name = header("User-Agent");
        return name.length() <= MAX_USER_AGENT ? name : name.substring(0, MAX_USER_AGENT);
    }

    private String header(String name) {
        @Nullable String value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }
}
