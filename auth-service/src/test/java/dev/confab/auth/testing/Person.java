package dev.confab.auth.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is signed in. */
public record Person(String username, String accessToken, String refreshCookie) {
    public static final String PASSWORD = "correct horse";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** With a name that nobody else has. */
    public static Person register(String nickname) {
        return of(register(fresh(nickname), PASSWORD));
    }

    public static Response register(String username, String password) {
        return post("/api/auth/register", Map.of("username", username, "password", password));
    }

    public static Response login(String username, String password) {
        return post("/api/auth/login", Map.of("username", username, "password", password));
    }

    /** One more session of the same account. */
    public Person again() {
        return of(login(username, PASSWORD));
    }

    public static Person of(Response answer) {
        answer.then().statusCode(org.hamcrest.Matchers.lessThan(300));
        return new Person(answer.path("username"), answer.path("accessToken"), answer.getCookie("confab_refresh"));
    }

    public static String fresh(String nickname) {
        return nickname + "-" + COUNT.incrementAndGet();
    }

    /** A request with the access token. */
    public RequestSpecification asks() {
        return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
    }

    public Response refresh() {
        return given().cookie("confab_refresh", refreshCookie).post("/api/auth/refresh");
    }

    public int sessionStatus() {
        return asks().get("/api/auth/session").statusCode();
    }

    private static Response post(String path, Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }
}
