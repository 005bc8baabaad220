package dev.confab.media.access;

import dev.confab.media.MediaConfig;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.MediaId;
import dev.confab.protocol.Pass;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks message-service about files. Whatever keeps it from answering, the caller hears {@code unavailable}. */
@ApplicationScoped
public class AskMessageService {
    private static final Logger LOG = Logger.getLogger(AskMessageService.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PASS_LIFETIME = Duration.ofSeconds(30);
    /** As whom this service asks for itself; nobody can be called so. */
    private static final Username SELF = new Username("media-service");

    private final HttpClient client;
    private final URI base;
    private final SigningKey key;

    AskMessageService(Vertx vertx, MediaConfig config, SigningKey key) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(64)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(20));
        this.base = config.message().url();
        this.key = key;
    }

    /**
     * How somebody stands to a file.
     *
     * @param readable whether they may read a message that has it
     * @param standing whether a message has it
     * @param gone whether a message had it that was deleted
     */
    public record Access(boolean readable, boolean standing, boolean gone) {}

    private record Files(List<MediaId> ids) {}

    public Uni<Access> access(MediaId media, Username user, SessionId session) {
        return send(HttpMethod.GET, "/internal/media/" + media, user, session, Buffer.buffer())
                .map(body -> Json.read(body.getBytes(), Access.class));
    }

    /** Those of the files, 500 at most, that are in a message. */
    public Uni<List<MediaId>> referenced(List<MediaId> media) {
        return send(HttpMethod.POST, "/internal/media/referenced", body(media)).map(AskMessageService::ids);
    }

    /** Files of which no message is left. */
    public Uni<List<MediaId>> gone() {
        return send(HttpMethod.GET, "/internal/media/gone", Buffer.buffer()).map(AskMessageService::ids);
    }

    /** Tells that these files are kept no longer. */
    public Uni<Void> forgotten(List<MediaId> media) {
        return send(HttpMethod.POST, "/internal/media/forgotten", body(media)).replaceWithVoid();
    }

    private static Buffer body(List<MediaId> media) {
        return Buffer.buffer(Json.bytes(new Files(media)));
    }

    private static List<MediaId> ids(Buffer body) {
        return Json.read(body.getBytes(), Files.class).ids();
    }

    private Uni<Buffer> send(HttpMethod method, String path, Buffer body) {
        return send(method, path, SELF, new SessionId(SELF.value()), body);
    }

    private Uni<Buffer> send(HttpMethod method, String path, Username user, SessionId session, Buffer body) {
        String pass = new Pass(user, session, Instant.now().plus(PASS_LIFETIME)).sign(key);
        Future<Buffer> answer = client.request(new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(base.resolve(path).toString())
                        .setTimeout(TIMEOUT.toMillis())
                        .putHeader("Content-Type", "application/json")
                        .putHeader(Pass.HEADER, pass))
                .compose(request -> request.send(body))
                .compose(AskMessageService::accept);
        return UniHelper.toUni(answer)
                .onFailure()
                .invoke(failure -> LOG.warnf("message-service does not answer: %s", failure.getMessage()))
                .onFailure()
                .transform(failure -> ConfabException.unavailable("Who may see this file"));
    }

    private static Future<Buffer> accept(HttpClientResponse response) {
        return response.statusCode() / 100 == 2
                ? response.body()
                : Future.failedFuture(new IllegalStateException("it answers " + response.statusCode()));
    }
}
