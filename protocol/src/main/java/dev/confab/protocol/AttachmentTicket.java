package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that is to be sent: on the wire the {@link MediaTicket} as its uploader got it, or an object of that and the
 * alternative text.
 *
 * @param alt what is to be seen or heard in it, for those who can't; 1 to {@value Attachment#MAX_ALT_LENGTH} characters
 */
public record AttachmentTicket(String ticket, Optional<String> alt) {
    /** The member of a command that is wrong if a ticket is. */
    public static final String FIELD = "attachments";

    public AttachmentTicket {
        Required.require(ticket, "ticket");
        alt = alt.map(String::strip).filter(text -> !text.isEmpty());
        alt.ifPresent(text -> Limits.require(text, "alt", Attachment.MAX_ALT_LENGTH));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AttachmentTicket of(String ticket) {
        return new AttachmentTicket(ticket, Optional.empty());
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static AttachmentTicket of(@JsonProperty("ticket") String ticket, @JsonProperty("alt") Optional<String> alt) {
        return new AttachmentTicket(ticket, alt);
    }

    /** @throws ConfabException {@link ErrorCode#INVALID} if there are more than {@value Attachment#MAX_PER_MESSAGE} */
    static List<AttachmentTicket> requireFew(Optional<List<AttachmentTicket>> tickets) {
        List<AttachmentTicket> all = tickets.orElse(List.of());
        if (all.size() > Attachment.MAX_PER_MESSAGE) {
            throw new ConfabException(
                    ErrorCode.INVALID, "A message can have " + Attachment.MAX_PER_MESSAGE + " files.", FIELD);
        }
        return List.copyOf(all);
    }

    /** @throws ConfabException {@link ErrorCode#INVALID} if it is not genuine, has expired or is another's */
    public Attachment open(SigningKey key, Username user, Instant now) {
        return MediaTicket.verify(key, ticket, user, now)
                .map(genuine -> genuine.attachment().described(alt))
                .orElseThrow(() -> new ConfabException(
                        ErrorCode.INVALID,
                        "A file can't be sent: its ticket is not yours, or has expired. Upload it again.",
                        FIELD));
    }
}
