package dev.confab.message.testing;

import static io.restassured.RestAssured.given;

import dev.confab.protocol.Content;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A stream in which Ada, who moderates it where it is a room, and Bob talk; and how it is read from outside. */
public final class Scene {
    public final Speaker ada;
    public final Speaker bob;
    private final LogWriter log;
    private final Where where;
    private final String test = Long.toString(System.nanoTime());
    private final Position created;

    private Scene(LogWriter log, Where where) {
        this.log = log;
        this.where = where;
        ada = Speaker.ada(where, test);
        bob = Speaker.bob(where, test);
        log.account(ada.user().value(), false);
        log.account(bob.user().value(), false);
        created = log.room(room(), Change.CREATED, false);
        log.promote(room(), ada.user().value());
    }

    public static Scene of(LogWriter log, Where where) {
        return new Scene(log, where);
    }

    public String room() {
        return Where.room(test).value();
    }

    public Where where() {
        return where;
    }

    public StreamKey stream() {
        return where.stream(test);
    }

    /** Somebody else, who is in no conversation of the two. */
    public Speaker other(String name) {
        return new Speaker(where, test, new Username(name + "-" + test));
    }

    public MessageRef say(Speaker speaker, String text) {
        return post(speaker.says(text));
    }

    public MessageRef post(Content.Posted posted) {
        log.append(posted);
        return new MessageRef(posted.from(), posted.id());
    }

    /** The stream's address for one of the two. */
    public String address(Speaker reader) {
        Username other = reader.user().equals(ada.user()) ? bob.user() : ada.user();
        return where == Where.IN_A_ROOM ? "/api/rooms/" + room() : "/api/direct/" + other;
    }

    /** What one of the two gets from a path of the stream. */
    public Response get(Speaker reader, String path) {
        return Client.as(reader.user().value()).get(address(reader) + path);
    }

    public JsonPath json(Speaker reader, String path) {
        Response answer = get(reader, path);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    /** A page of the history for Ada, once all of the log is projected. */
    public JsonPath page(String query) {
        return json(ada, "/messages" + (query.isEmpty() ? "" : "?" + query));
    }

    /** Somebody's conversations. */
    public JsonPath list(Speaker reader) {
        return Client.as(reader.user().value()).get("/api/direct").jsonPath();
    }

    /** What Ada's gateway gets. */
    public Response internal(String path) {
        String user = ada.user().value();
        var asGateway = given().header("Confab-Pass", Tokens.pass(user));
        return where == Where.IN_A_ROOM
                ? asGateway
                        .header("Confab-Ticket", Tokens.ticket(user, room(), created.value()))
                        .get("/internal/rooms/" + room() + path)
                : asGateway.get("/internal/direct/" + bob.user() + path);
    }

    public static String path(MessageRef ref) {
        return "/messages/" + ref.author() + "/" + ref.id();
    }
}
