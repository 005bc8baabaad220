package dev.confab.chassis.client;

import java.net.InetAddress;

/**
 * A range of addresses.
 *
 * @param bits how many leading bits are the network's
 */
public record Network(InetAddress address, int bits) {

    public Network {
        if (bits < 0 || bits > address.getAddress().length * 8) {
            throw new IllegalArgumentException("a network has no " + bits + " bits");
        }
    }

    /** @param cidr such as {@code 10.0.0.0/8}, or a single address; no names */
    public static Network valueOf(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        int bits = slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(cidr.substring(slash + 1));
        return new Network(address, bits);
    }

    boolean contains(InetAddress candidate) {
        byte[] network = address.getAddress();
        byte[] other = candidate.getAddress();
        if (network.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
