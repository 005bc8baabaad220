package dev.confab.systemtests.rest;

import static dev.confab.protocol.ErrorCode.BAD_CREDENTIALS;
import static dev.confab.protocol.ErrorCode.INVALID;
import static dev.confab.protocol.ErrorCode.TOO_LONG;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Members of bodies that are missing, empty, too long or of the wrong type. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WrongMembersTest {
    private static final String ID = "\"id\":\"018f2b6a-7c1e-7d3a-9b2f-0123456789ab\"";

    private final Clumsy person = new Clumsy();

    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                arguments("POST /api/auth/register", "{}", INVALID, "username"),
                arguments("POST /api/auth/register", "{'username':'','password':'long enough'}", INVALID, "username"),
                arguments("POST /api/auth/register", "{'username':5,'password':'long enough'}", INVALID, "username"),
                arguments(
                        "POST /api/auth/register", "{'username':'a b','password':'long enough'}", INVALID, "username"),
                arguments(
                        "POST /api/auth/register", "{'username':'<b>','password':'long enough'}", INVALID, "username"),
                arguments(
                        "POST /api/auth/register", "{'username':'ünal','password':'long enough'}", INVALID, "username"),
                arguments(
                        "POST /api/auth/register", "{'username':'$51','password':'long enough'}", TOO_LONG, "username"),
                arguments("POST /api/auth/register", "{'username':'fresh-name'}", INVALID, "password"),
                arguments("POST /api/auth/register", "{'username':'fresh-name','password':''}", INVALID, "password"),
                arguments("POST /api/auth/register", "{'username':'fresh-name','password':[]}", INVALID, "password"),
                arguments(
                        "POST /api/auth/register", "{'username':'fresh-name','password':'$73'}", TOO_LONG, "password"),
                arguments("POST /api/auth/login", "{}", INVALID, "username"),
                arguments("POST /api/auth/login", "{'username':'a'}", INVALID, "password"),
                arguments("POST /api/auth/login", "{'username':{},'password':'x'}", INVALID, "username"),
                arguments("PUT /api/auth/password", "{'next':'something new'}", INVALID, "current"),
                arguments("PUT /api/auth/password", "{'current':'x'}", INVALID, "next"),
                arguments("PUT /api/auth/password", "{'current':'x','next':'$73'}", TOO_LONG, "next"),
                arguments("PATCH /api/users/me", "{'displayName':7}", INVALID, "displayName"),
                arguments("PATCH /api/users/me", "{'displayName':'$201'}", TOO_LONG, "displayName"),
                arguments("PATCH /api/users/me", "{'bio':'$9000'}", TOO_LONG, "bio"),
                arguments("PUT /api/users/me/last-room", "{}", INVALID, "room"),
                arguments("PUT /api/users/me/last-room", "{'room':'$51'}", TOO_LONG, "room"),
                arguments("POST /api/rooms", "{}", INVALID, "name"),
                arguments("POST /api/rooms", "{'name':'   '}", INVALID, "name"),
                arguments("POST /api/rooms", "{'name':'a\\u0007b'}", INVALID, "name"),
                arguments("POST /api/rooms", "{'name':'$51'}", TOO_LONG, "name"),
                arguments("POST /api/rooms", "{'name':true}", INVALID, "name"),
                arguments("POST /api/rooms", "{'name':'fresh room','password':1}", INVALID, "password"),
                arguments("POST /api/rooms", "{'name':'fresh room','password':'$73'}", TOO_LONG, "password"),
                arguments("POST /api/rooms", "{'name':'fresh room','topic':'$9000'}", TOO_LONG, "topic"),
                arguments("PATCH /api/rooms/{room}", "{'topic':[]}", INVALID, "topic"),
                arguments("PATCH /api/rooms/{room}", "{'topic':'$9000'}", TOO_LONG, "topic"),
                arguments("PATCH /api/rooms/{room}", "{'password':'$73'}", TOO_LONG, "password"),
                arguments("POST /api/rooms/{room}/join", "{'password':{}}", INVALID, "password"),
                arguments("PUT /api/rooms/{room}/bans/{other}", "{'reason':3}", INVALID, "reason"),
                arguments("PUT /api/rooms/{room}/bans/{other}", "{'reason':'$9000'}", TOO_LONG, "reason"),
                arguments("PUT /api/rooms/{room}/bans/{other}", "{'until':'tomorrow'}", INVALID, "until"),
                arguments("POST /api/rooms/{room}/messages", "{'text':'hi'}", INVALID, "id"),
                arguments("POST /api/rooms/{room}/messages", "{'id':'1','text':'hi'}", INVALID, "id"),
                arguments("POST /api/rooms/{room}/messages", "{'id':1,'text':'hi'}", INVALID, "id"),
                arguments("POST /api/rooms/{room}/messages", "{" + ID + "}", INVALID, "text"),
                arguments("POST /api/rooms/{room}/messages", "{" + ID + ",'text':' \\n '}", INVALID, "text"),
                arguments("POST /api/rooms/{room}/messages", "{" + ID + ",'text':'\\ud800'}", INVALID, "text"),
                arguments("POST /api/rooms/{room}/messages", "{" + ID + ",'text':'$4001'}", TOO_LONG, "text"),
                arguments("PUT /api/rooms/{room}/read", "{}", INVALID, "position"),
                arguments("PUT /api/rooms/{room}/read", "{'position':'7'}", INVALID, "position"),
                arguments("PUT /api/rooms/{room}/read", "{'position':-2}", INVALID, "position"),
                arguments("PUT /api/rooms/{room}/read", "{'position':1.5}", INVALID, "position"),
                arguments("POST /api/direct/{other}/messages", "{'text':'hi'}", INVALID, "id"),
                arguments("POST /api/direct/{other}/messages", "{" + ID + ",'text':''}", INVALID, "text"),
                arguments("POST /api/direct/{other}/messages", "{" + ID + ",'text':'$4001'}", TOO_LONG, "text"),
                arguments("PUT /api/direct/{other}/read", "{'position':null}", INVALID, "position"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("wrongMembers")
    void shouldNameTheMemberThatIsWrong(String endpoint, String body, ErrorCode code, String field, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, body);
        // then
        answer.expectProblem(code, field);
    }

    @Test
    void shouldSignNobodyInWithAnUnusualBody(Confab confab) {
        // when
        Answer answer = person.ask(confab, "POST /api/auth/login", "{'username':'nobody-at-all','password':'$73'}");
        // then
        answer.expectProblem(BAD_CREDENTIALS);
    }

    /** After all the others. */
    @Test
    @Order(Integer.MAX_VALUE)
    void shouldHaveChangedNothing(Confab confab) {
        person.expectNothingChanged(confab);
    }
}
