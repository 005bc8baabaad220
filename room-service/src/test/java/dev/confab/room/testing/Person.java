package dev.confab.room.testing;

import static io.restassured.RestAssured.given;

import dev.confab.protocol.Account;
import dev.confab.protocol.Username;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is signed in, and what they ask of room-service. */
public record Person(String name) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Somebody no other test knows, with an account. */
    public static Person named(String prefix) {
        Person person = new Person(prefix + "-" + COUNT.incrementAndGet());
        Log.tell(new Account(person.username(), "", "", false));
        return person;
    }

    /** A room name no other test uses. */
    public static String roomNamed(String prefix) {
        return prefix + " " + COUNT.incrementAndGet();
    }

    public Username username() {
        return new Username(name);
    }

    public String token() {
        return Jwt.issuer("confab")
                .audience("confab")
                .subject(name)
                .upn(name)
                .claim("sid", UUID.randomUUID().toString())
                .expiresIn(600)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign();
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    public ValidatableResponse creates(String room) {
        return creates(Map.of("name", room));
    }

    public ValidatableResponse creates(Map<String, Object> room) {
        return asks().body(room).post("/api/rooms").then();
    }

    public ValidatableResponse looksAt(String room) {
        return asks().get("/api/rooms/{room}", room).then();
    }

    public ValidatableResponse changes(String room, String json) {
        return asks().body(json).patch("/api/rooms/{room}", room).then();
    }

    public ValidatableResponse deletes(String room) {
        return asks().delete("/api/rooms/{room}", room).then();
    }

    public ValidatableResponse joins(String room) {
        return asks().post("/api/rooms/{room}/join", room).then();
    }

    public ValidatableResponse joins(String room, String password) {
        return asks().body(Map.of("password", password))
                .post("/api/rooms/{room}/join", room)
                .then();
    }

    public ValidatableResponse leaves(String room) {
        return asks().delete("/api/rooms/{room}/members/me", room).then();
    }

    public ValidatableResponse kicks(Person who, String room) {
        return asks().queryParam("reason", "enough")
                .delete("/api/rooms/{room}/members/{user}", room, who.name())
                .then();
    }

    public ValidatableResponse bans(Person who, String room) {
        return bans(who, room, Map.of("reason", "spam"));
    }

    public ValidatableResponse bans(Person who, String room, Map<String, Object> ban) {
        return asks().body(ban)
                .put("/api/rooms/{room}/bans/{user}", room, who.name())
                .then();
    }

    public ValidatableResponse unbans(Person who, String room) {
        return asks().delete("/api/rooms/{room}/bans/{user}", room, who.name()).then();
    }

    public ValidatableResponse appoints(Person who, String room) {
        return asks().put("/api/rooms/{room}/moderators/{user}", room, who.name())
                .then();
    }

    public ValidatableResponse dismisses(Person who, String room) {
        return asks().delete("/api/rooms/{room}/moderators/{user}", room, who.name())
                .then();
    }
}
