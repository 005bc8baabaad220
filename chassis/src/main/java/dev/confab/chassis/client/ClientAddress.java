package dev.confab.chassis.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Where a request comes from. */
public record ClientAddress(InetAddress value) {
    private static final int SITE_BYTES = 8;

    /**
     * @param peer the other end of the connection
     * @param forwardedFor the header, empty if absent; believed only if the peer is trusted, and only its last entry,
     *     which is the one that the peer itself has added
     */
    public static ClientAddress of(String peer, String forwardedFor, List<Network> trusted) {
        InetAddress direct = parse(peer);
        if (forwardedFor.isBlank() || !isTrusted(peer, trusted)) {
            return new ClientAddress(direct);
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        try {
            return new ClientAddress(parse(last));
        } catch (IllegalArgumentException notAnAddress) {
            return new ClientAddress(direct);
        }
    }

    static boolean isTrusted(String peer, List<Network> trusted) {
        InetAddress address = parse(peer);
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** What is limited as one: an IPv4 address, or the /64 that a single IPv6 user has all to himself. */
    public String site() {
        if (!(value instanceof Inet6Address)) {
            return value.getHostAddress();
        }
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(value.getAddress(), SITE_BYTES), 2 * SITE_BYTES);
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InetAddress parse(String text) {
        int zone = text.indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
    }

    @Override
    public String toString() {
        return value.getHostAddress();
    }
}
