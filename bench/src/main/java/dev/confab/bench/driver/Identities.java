package dev.confab.bench.driver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * People who never registered: access tokens and tickets as auth-service and room-service would sign them, made with the
 * stack's own keys, because 20,000 registrations would take half an hour of password hashing.
 */
public final class Identities {
    private static final Duration LIFETIME = Duration.ofHours(3);

    private final String header;
    private final PrivateKey tokenKey;
    private final SigningKey ticketKey;

    /**
     * What a stack signs with.
     *
     * @param jwk the private key of access tokens
     * @param secret of tickets
     */
    public record Keys(String jwk, String secret) {}

    public Identities(Keys keys) {
        var jwk = Json.read(keys.jwk(), JsonNode.class);
        this.header = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                .formatted(jwk.path("kid").asText()));
        this.tokenKey = privateKey(jwk);
        this.ticketKey = new SigningKey(keys.secret());
    }

    /** What the person of that number is called. */
    public static String name(int person) {
        return "person%06d".formatted(person);
    }

    /** A good access token for three hours, in a session of its own. */
    public String token(int person) {
        var now = Instant.now();
        var claims =
                "{\"iss\":\"confab\",\"aud\":\"confab\",\"sub\":\"%s\",\"upn\":\"%s\",\"sid\":\"s%d\",\"iat\":%d,\"exp\":%d}"
                        .formatted(
                                name(person),
                                name(person),
                                person,
                                now.getEpochSecond(),
                                now.plus(LIFETIME).getEpochSecond());
        var signed = header + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(tokenKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String ticket(int person, Order.Place place) {
        return new Ticket(
                        new Username(name(person)),
                        new RoomName(place.room()),
                        Role.MEMBER,
                        Optional.of(new Epoch(place.epoch())),
                        new Position(place.position()),
                        Instant.now().plus(LIFETIME))
                .sign(ticketKey);
    }

    /** The place that a ticket which room-service gave the person is of. */
    public Order.Place place(String token, int person, String room) {
        var ticket = Ticket.verify(ticketKey, token, new Username(name(person)), new RoomName(room), Instant.now())
                .orElseThrow();
        return new Order.Place(
                room, ticket.epoch().orElseThrow().value(), ticket.position().value());
    }

    private static PrivateKey privateKey(JsonNode jwk) {
        Function<String, BigInteger> number = name ->
                new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText()));
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            number.apply("n"),
                            number.apply("e"),
                            number.apply("d"),
                            number.apply("p"),
                            number.apply("q"),
                            number.apply("dp"),
                            number.apply("dq"),
                            number.apply("qi")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
