package dev.confab.systemtests.client;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored messages of a room or of a private conversation, as REST tells them. */
public final class History {
    private static final int LARGEST_PAGE = 200;

    private final Api api;
    private final String path;

    private History(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    public static History ofRoom(Api api, String room) {
        return new History(api, path("/api/rooms/{}/messages", room));
    }

    /** Of the person behind the API with the other one. */
    public static History withPerson(Api api, String user) {
        return new History(api, path("/api/direct/{}/messages", user));
    }

    /** One message as it is stored. */
    public record Stored(long position, Instant at, String id, String from, String text) {}

    /** Some messages, oldest first, and the cursors of the pages before and after them. */
    public record Page(List<Stored> messages, Optional<String> next, Optional<String> prev) {
        public List<String> texts() {
            return messages.stream().map(Stored::text).toList();
        }
    }

    /** @param query such as {@code ?before=17&limit=5}, or "" */
    public Page page(String query) {
        return pageOf(available(path + query).expect(200));
    }

    /** Asks again while the projection is behind, as the answer says; it has waited a while itself each time. */
    private Answer available(String pathAndQuery) {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        Answer answer = api.get(pathAndQuery);
        while (answer.status() == ErrorCode.UNAVAILABLE.httpStatus() && System.nanoTime() < deadline) {
            answer = api.get(pathAndQuery);
        }
        return answer;
    }

    /** The newest messages. */
    public Page newest() {
        return page("");
    }

    public List<String> texts() {
        return newest().texts();
    }

    /** Everything there is, page by page from the newest to the oldest, returned oldest first. */
    public List<Stored> all() {
        var pages = new ArrayList<List<Stored>>();
        Page page = page("?limit=" + LARGEST_PAGE);
        pages.add(page.messages());
        while (page.prev().isPresent()) {
            page = page(
                    "?limit=%d&before=%s".formatted(LARGEST_PAGE, page.prev().get()));
            pages.add(page.messages());
        }
        return pages.reversed().stream().flatMap(List::stream).toList();
    }

    private static Page pageOf(Answer answer) {
        var json = answer.json();
        var messages = json.path("messages")
                .valueStream()
                .map(node -> Json.read(node.toString(), Stored.class))
                .toList();
        return new Page(
                messages,
                Optional.ofNullable(json.path("next").asText(null)),
                Optional.ofNullable(json.path("prev").asText(null)));
    }
}
