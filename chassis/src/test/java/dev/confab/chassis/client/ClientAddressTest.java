package dev.confab.chassis.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final List<Network> TRUSTED = List.of(Network.valueOf("10.0.0.0/8"), Network.valueOf("::1"));

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, '198.51.100.7', 198.51.100.7",
        "10.1.2.3, '203.0.113.9, 198.51.100.7', 198.51.100.7",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, 'unknown', 10.1.2.3",
        "10.1.2.3, '198.51.100.7,', 10.1.2.3",
        "11.1.2.3, '198.51.100.7', 11.1.2.3",
        "::1, '198.51.100.7', 198.51.100.7",
        "::2, '198.51.100.7', 0:0:0:0:0:0:0:2",
    })
    void shouldBelieveOnlyWhatATrustedPeerAdded(String peer, String forwardedFor, String address) {
        // when
        ClientAddress client = ClientAddress.of(peer, forwardedFor, TRUSTED);
        // then
        assertThat(client).hasToString(address);
    }

    @Test
    void shouldTakeAnIpv6NetworkForOneClient() {
        // given
        var one = ClientAddress.of("2001:db8:1:2:3:4:5:6", "", TRUSTED);
        var other = ClientAddress.of("2001:db8:1:2:ffff::1", "", TRUSTED);
        var neighbour = ClientAddress.of("2001:db8:1:3::1", "", TRUSTED);
        // then
        assertThat(one.site()).isEqualTo(other.site()).isNotEqualTo(neighbour.site());
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.0/16, 192.168.255.1, true",
        "192.168.0.0/16, 192.169.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "fc00::/7, fd12::1, true",
        "127.0.0.1, 127.0.0.2, false",
    })
    void shouldKnowItsNetworks(String network, String address, boolean contained) {
        // when
        boolean contains = Network.valueOf(network).contains(java.net.InetAddress.ofLiteral(address));
        // then
        assertThat(contains).isEqualTo(contained);
    }
}
