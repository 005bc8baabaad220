package dev.confab.media.serve;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of a file.
 *
 * @param tag tells it from all other contents
 * @param disposition value of the header
 */
record Served(Path path, long size, String type, EntityTag tag, String disposition) {
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    /** A request for it, as far as it matters here. */
    record Asked(
            boolean body,
            Optional<String> range,
            Optional<String> ifRange,
            @Nullable ResponseBuilder unchanged) {}

    /** The file as it stands on disk. Blocks for a moment. */
    static Served of(Path path, String type, EntityTag tag, String disposition) {
        try {
            return new Served(path, Files.size(path), type, tag, disposition);
        } catch (NoSuchFileException missing) {
            throw FindFile.notFound();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Response answer(Asked asked) {
        if (asked.unchanged() != null) {
            return headed(asked.unchanged()).build();
        }
        Optional<ByteRange> range = ByteRange.of(asked.range().filter(any -> isSame(asked.ifRange())), size);
        if (range.isEmpty()) {
            return send(Response.ok(), asked, new ByteRange(0, size - 1));
        }
        if (!range.get().isSatisfiable(size)) {
            return headed(Response.status(NOT_SATISFIABLE))
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        ByteRange part = range.get();
        return send(
                Response.status(PARTIAL)
                        .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size)),
                asked,
                part);
    }

    private boolean isSame(Optional<String> ifRange) {
        return ifRange.map(known -> known.equals('"' + tag.getValue() + '"')).orElse(true);
    }

    private Response send(ResponseBuilder answer, Asked asked, ByteRange part) {
        headed(answer).type(type).header("Content-Disposition", disposition);
        return asked.body()
                ? answer.entity(new PathPart(path, part.first(), part.length())).build()
                : answer.header("Content-Length", part.length()).build();
    }

    /** It is asked for each time, for who may read it changes; if they still may, nothing is sent again. */
    private ResponseBuilder headed(ResponseBuilder answer) {
        return answer.tag(tag)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
