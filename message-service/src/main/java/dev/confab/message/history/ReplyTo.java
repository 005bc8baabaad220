package dev.confab.message.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Username;
import java.util.Optional;

/**
 * The message that another one answers.
 *
 * @param excerpt how its present text begins; absent if it is deleted, or was never there
 */
public record ReplyTo(
        Username author,
        MessageId id,
        Optional<String> excerpt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted) {}
