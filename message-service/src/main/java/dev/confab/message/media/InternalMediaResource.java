package dev.confab.message.media;

import dev.confab.chassis.problem.RequestBody;
import dev.confab.message.access.GatewayAccess;
import dev.confab.message.media.FindReader.Access;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.Pass;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/internal/media")
@PermitAll
@Tag(name = "Internal")
final class InternalMediaResource {
    /** Most files that are asked about at once. */
    static final int MOST = 500;

    private final FindReader findReader;
    private final AttachedStore store;
    private final WholeProjection projection;
    private final GatewayAccess access;

    InternalMediaResource(
            FindReader findReader, AttachedStore store, WholeProjection projection, GatewayAccess access) {
        this.findReader = findReader;
        this.store = store;
        this.projection = projection;
        this.access = access;
    }

    /** Some files. */
    record Files(List<MediaId> ids) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "How the user of the pass stands to a file: whether they may read a message that has it")
    @APIResponse(responseCode = "200", description = "As of all that is in the log by now")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Access> find(@PathParam("id") String id, @HeaderParam(Pass.HEADER) Optional<String> pass) {
        return access.user(pass).chain(user -> findReader.find(MediaId.of(id), user));
    }

    @POST
    @Path("/referenced")
    @Operation(summary = "Which of these files, 500 at most, stand in a message")
    @APIResponse(responseCode = "200", description = "As of all that is in the log by now")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Files> referenced(@HeaderParam(Pass.HEADER) Optional<String> pass, @Nullable Files asked) {
        List<MediaId> ids = require(asked);
        return access.user(pass)
                .chain(projection::current)
                .chain(() -> store.referenced(ids))
                .map(found -> new Files(List.copyOf(found)));
    }

    @GET
    @Path("/gone")
    @Operation(summary = "Files of which no message is left, 500 at most")
    @APIResponse(responseCode = "200", description = "As of all that is in the log by now")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Files> gone(@HeaderParam(Pass.HEADER) Optional<String> pass) {
        return access.user(pass)
                .chain(projection::current)
                .chain(() -> store.gone(MOST))
                .map(Files::new);
    }

    @POST
    @Path("/forgotten")
    @Operation(summary = "Tells that these files are no longer kept")
    @APIResponse(responseCode = "204")
    public Uni<Void> forgotten(@HeaderParam(Pass.HEADER) Optional<String> pass, @Nullable Files forgotten) {
        List<MediaId> ids = require(forgotten);
        return access.user(pass).chain(() -> store.forget(ids));
    }

    private static List<MediaId> require(@Nullable Files files) {
        List<MediaId> ids = RequestBody.require(files).ids();
        if (ids.size() > MOST) {
            throw new ConfabException(ErrorCode.INVALID, "At most " + MOST + " files at once.", "ids");
        }
        return ids;
    }
}
