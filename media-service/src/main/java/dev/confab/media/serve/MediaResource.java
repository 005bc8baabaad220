package dev.confab.media.serve;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.media.file.Contents;
import dev.confab.media.file.StoredFile;
import dev.confab.media.serve.Served.Asked;
import dev.confab.media.thumbnail.MakeThumbnail;
import dev.confab.protocol.MediaId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/media/{id}")
@Authenticated
@Tag(name = "Files")
public final class MediaResource {
    private final FindFile findFile;
    private final Contents contents;
    private final MakeThumbnail thumbnails;
    private final CurrentUser user;

    MediaResource(FindFile findFile, Contents contents, MakeThumbnail thumbnails, CurrentUser user) {
        this.findFile = findFile;
        this.contents = contents;
        this.thumbnails = thumbnails;
        this.user = user;
    }

    /** What can be asked of a file. */
    public static final class Wanted {
        /** A small picture instead: 320 or 1280 pixels of its longer side. */
        @QueryParam("thumb")
        Optional<Integer> thumb = Optional.empty();

        /** That it is saved, though it could be shown. */
        @QueryParam("download")
        boolean download;

        @HeaderParam("Range")
        Optional<String> range = Optional.empty();

        @HeaderParam("If-Range")
        Optional<String> ifRange = Optional.empty();
    }

    @GET
    @Operation(summary = "A file, or a part of it, or a small picture of it, for who may read a message that has it")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "206", description = "A part of it")
    @APIResponse(responseCode = "404", description = "not_found: there is none that the user may read")
    @APIResponse(responseCode = "415", description = "unsupported_media_type: there is no small picture of it")
    @APIResponse(responseCode = "416", description = "There is no such part")
    @APIResponse(responseCode = "503", description = "unavailable: who may read it can't be told now")
    public Uni<Response> get(@PathParam("id") String id, @BeanParam Wanted wanted, @Context Request request) {
        return answer(id, wanted, request, true);
    }

    @HEAD
    @Operation(summary = "What a file would be answered with")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "not_found: there is none that the user may read")
    public Uni<Response> head(@PathParam("id") String id, @BeanParam Wanted wanted, @Context Request request) {
        return answer(id, wanted, request, false);
    }

    private Uni<Response> answer(String id, Wanted wanted, Request request, boolean body) {
        return findFile.find(MediaId.of(id), user.username(), user.session())
                .chain(file -> wanted.thumb
                        .map(side -> small(file, side, wanted.download))
                        .orElseGet(() -> whole(file, wanted.download)))
                .map(served -> served.answer(
                        new Asked(body, wanted.range, wanted.ifRange, request.evaluatePreconditions(served.tag()))));
    }

    private Uni<Served> whole(StoredFile file, boolean download) {
        String type = file.described().type();
        return Uni.createFrom()
                .item(() -> Served.of(
                        contents.path(file.hash()),
                        Disposition.type(type),
                        new EntityTag(file.hash().value()),
                        Disposition.of(file.described().name(), type, download)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Served> small(StoredFile file, int side, boolean download) {
        return Uni.createFrom()
                .deferred(() -> thumbnails.of(file, side))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(small -> Served.of(
                        small.path(),
                        small.type(),
                        new EntityTag(file.hash().value() + "-" + side),
                        Disposition.of(file.described().name(), small.type(), download)));
    }
}
