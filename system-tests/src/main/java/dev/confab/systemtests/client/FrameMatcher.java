package dev.confab.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Json;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which frame is meant, in code as in a failure's words: {@code message("hi").from(alice).in("kitchen")}.
 *
 * @param description in words
 */
public record FrameMatcher(String description, Predicate<Frame> test) {

    /** Any frame of that type. */
    public static FrameMatcher frame(String type) {
        return new FrameMatcher(type, frame -> frame.type().equals(type));
    }

    public static FrameMatcher message() {
        return frame("message");
    }

    public static FrameMatcher message(String text) {
        return message().with("text", text);
    }

    /** Anything of a room that stands in its log. */
    public static FrameMatcher told(String room) {
        return new FrameMatcher(
                        "message, role or room",
                        frame -> List.of("message", "role", "room").contains(frame.type()))
                .in(room);
    }

    /** Anything of private conversations that stands in their logs. */
    public static FrameMatcher toldInPrivate() {
        return new FrameMatcher(
                        "message, edited, deleted, reacted or pinned",
                        frame -> List.of("message", "edited", "deleted", "reacted", "pinned")
                                .contains(frame.type()))
                .inPrivate();
    }

    /** A message of a private conversation. */
    public static FrameMatcher direct() {
        return message().inPrivate();
    }

    public static FrameMatcher direct(String text) {
        return direct().with("text", text);
    }

    public static FrameMatcher typing() {
        return frame("typing");
    }

    /** A presence diff in which the user comes. */
    public static FrameMatcher joined(Session user) {
        return frame("users").listing("joined", user);
    }

    /** A presence diff in which the user goes. */
    public static FrameMatcher left(Session user) {
        return frame("users").listing("left", user);
    }

    public FrameMatcher from(Session user) {
        return with("from", user.username());
    }

    public FrameMatcher by(Session user) {
        return with("user", user.username());
    }

    public FrameMatcher in(String room) {
        return with("room", room);
    }

    /** With exactly this value of a member. */
    public FrameMatcher with(String member, Object value) {
        JsonNode expected = Json.mapper().valueToTree(value);
        return and(
                "%s=%s".formatted(member, expected), frame -> same(frame.json().path(member), expected));
    }

    private FrameMatcher inPrivate() {
        return and("in private", frame -> frame.json().has("conversation"));
    }

    private FrameMatcher listing(String member, Session user) {
        return and(
                "%s∋%s".formatted(member, user.username()),
                frame -> frame.json()
                        .path(member)
                        .valueStream()
                        .anyMatch(one -> one.asText().equals(user.username())));
    }

    private FrameMatcher and(String more, Predicate<Frame> condition) {
        return new FrameMatcher(description + " " + more, test.and(condition));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        boolean numbers = one.isIntegralNumber() && other.isIntegralNumber();
        return numbers ? one.longValue() == other.longValue() : one.equals(other);
    }

    boolean matches(Frame frame) {
        return test.test(frame);
    }

    @Override
    public String toString() {
        return "<" + description + ">";
    }
}
