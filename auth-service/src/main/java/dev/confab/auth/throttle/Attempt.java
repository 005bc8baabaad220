package dev.confab.auth.throttle;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.protocol.Username;
import java.util.List;

/** Somebody at an address tries a password on an account, which may not exist. */
public record Attempt(Username user, ClientAddress address) {

    String own() {
        return "own:" + user.key() + "@" + address.site();
    }

    String ofAddress() {
        return "address:" + address.site();
    }

    String ofAccount() {
        return "account:" + user.key();
    }

    /** In the one order in which they are locked. */
    List<String> keys() {
        return List.of(ofAccount(), ofAddress(), own());
    }
}
