package dev.confab.media.upload;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.media.MediaConfig;
import dev.confab.media.file.Contents;
import dev.confab.media.file.Contents.Arrived;
import dev.confab.media.file.TooMuchException;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.Username;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/media")
@Authenticated
@Tag(name = "Files")
public final class UploadResource {
    private static final Logger LOG = Logger.getLogger(UploadResource.class);

    private final TakeIn takeIn;
    private final Contents contents;
    private final CurrentUser user;
    private final Semaphore room;
    private final long maxBytes;

    UploadResource(
            TakeIn takeIn,
            Contents contents,
            CurrentUser user,
            MediaConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes) {
        this.takeIn = takeIn;
        this.contents = contents;
        this.user = user;
        this.room = new Semaphore(config.media().uploads());
        this.maxBytes = maxBytes.asLongValue();
    }

    /**
     * A file that was uploaded.
     *
     * @param ticket by which its uploader sends it, for some hours
     * @param name made safe
     * @param type what the bytes say
     * @param size in bytes, as it is kept: of a picture without what is not shown
     * @param width of a picture, in pixels, like {@code height}
     */
    public record Uploaded(
            MediaId id,
            String ticket,
            String name,
            String type,
            long size,
            Optional<Integer> width,
            Optional<Integer> height) {
        static Uploaded of(TakeIn.Taken taken) {
            Attachment file = taken.file();
            return new Uploaded(
                    file.id(), taken.ticket(), file.name(), file.type(), file.size(), file.width(), file.height());
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @ResponseStatus(201)
    @Operation(summary = "Uploads a file of at most 8 MB, which is the body as it is; its ticket sends it in a message")
    @APIResponse(responseCode = "201", description = "Kept; for a day, if no message has it")
    @APIResponse(responseCode = "400", description = "invalid: there is nothing in it; malformed: it broke off")
    @APIResponse(responseCode = "413", description = "too_large: the file, its pixels, or all files of the user")
    @APIResponse(responseCode = "415", description = "unsupported_media_type: a damaged picture")
    @APIResponse(responseCode = "503", description = "unavailable: try again")
    public Uni<Uploaded> upload(@QueryParam("name") @Nullable String name, InputStream body) {
        Username owner = user.username();
        return takeIn.take(owner, FileName.safe(name), receive(body)).map(Uploaded::of);
    }

    private Arrived receive(InputStream body) {
        if (!room.tryAcquire()) {
            throw ConfabException.unavailable("Room for this upload");
        }
        try {
            Arrived arrived = contents.receive(body, maxBytes);
            if (arrived.size() == 0) {
                arrived.close();
                throw new ConfabException(ErrorCode.INVALID, "There is nothing in this file.");
            }
            return arrived;
        } catch (TooMuchException tooMuch) {
            throw new ConfabException(ErrorCode.TOO_LARGE, "A file has at most " + maxBytes / (1024 * 1024) + " MB.");
        } catch (IOException broken) {
            LOG.infof("an upload broke off: %s", broken.getMessage());
            throw new ConfabException(ErrorCode.MALFORMED, "The file has not come as a whole.");
        } finally {
            room.release();
        }
    }
}
