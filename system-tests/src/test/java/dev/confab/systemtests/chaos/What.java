package dev.confab.systemtests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import java.util.Locale;
import java.util.Set;

/**
 * What a piece of content says, read from a record of the log, a frame or history alike.
 *
 * @param kind as on the wire
 * @param about the message that it is about, as {@link #ref} names it; of a message, the root of its thread; or ""
 * @param text what is written, or the emoji; "" where a deletion took it away, or nothing is said
 */
record What(String kind, String about, String text, boolean on) {
    private static final Set<String> KINDS = Set.of("message", "edited", "deleted", "reacted", "pinned");

    static boolean isContent(String kind) {
        return KINDS.contains(kind);
    }

    static What of(JsonNode content) {
        boolean isMessage = content.path("type").asText().equals("message");
        JsonNode about = content.path(isMessage ? "thread" : "about");
        return new What(
                content.path("type").asText(),
                about.isMissingNode()
                        ? ""
                        : ref(about.path("author").asText(), about.path("id").asText()),
                content.path("text").asText(content.path("emoji").asText()),
                content.path("on").asBoolean());
    }

    static What message(String text) {
        return new What("message", "", text, false);
    }

    static String ref(String author, String id) {
        return author.toLowerCase(Locale.ROOT) + "/" + id;
    }

    static MessageRef parse(String ref) {
        int slash = ref.indexOf('/');
        return new MessageRef(new Username(ref.substring(0, slash)), MessageId.of(ref.substring(slash + 1)));
    }

    boolean isMessage() {
        return kind.equals("message");
    }

    /** Whether history shows it in the stream itself. */
    boolean isInHistory() {
        return isMessage() && about.isEmpty();
    }

    boolean isWritten() {
        return isMessage() || kind.equals("edited");
    }
}
