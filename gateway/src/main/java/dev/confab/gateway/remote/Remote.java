package dev.confab.gateway.remote;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.confab.chassis.problem.RawPath;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.Pass;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A small HTTP client for the services' {@code /internal/} endpoints: JSON in, JSON out, problem details understood. */
@ApplicationScoped
public class Remote {
    private static final Logger LOG = Logger.getLogger(Remote.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PASS_LIFETIME = Duration.ofSeconds(30);

    private final HttpClient client;
    private final SigningKey key;

    Remote(Vertx vertx, SigningKey key) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(64)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(20));
        this.key = key;
    }

    /** For requests that a user has caused. */
    public Caller as(Username user, SessionId session) {
        return new Caller(user, session, Map.of());
    }

    /** Fetches something that needs no user. */
    public Uni<byte[]> get(URI base, String pathAndQuery) {
        return send(options(HttpMethod.GET, base, pathAndQuery), base, new byte[0]);
    }

    private static RequestOptions options(HttpMethod method, URI base, String pathAndQuery) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base.resolve(pathAndQuery).toString())
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Content-Type", "application/json");
    }

    private Uni<byte[]> send(RequestOptions options, URI base, byte[] body) {
        Future<byte[]> answer = client.request(options)
                .compose(request -> exchange(request, body))
                .map(Buffer::getBytes);
        return UniHelper.toUni(answer)
                .onFailure(failure -> !(failure instanceof ConfabException))
                .transform(failure -> {
                    LOG.debugf(failure, "%s does not answer", base);
                    return ConfabException.unavailable("A part of the service");
                });
    }

    /** Where services answer gateways about a stream. */
    public static String path(Target target) {
        return switch (target) {
            case Target.Room(var room) -> "/internal/rooms/" + RawPath.encode(room.value());
            case Target.Person(var other) -> "/internal/direct/" + RawPath.encode(other.value());
        };
    }

    /** What is read of a refusal. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Problem(ErrorCode code, String detail, Optional<String> field, Optional<Long> retryAfter) {}

    /** Somebody on whose behalf requests are made. */
    public final class Caller {
        private final Username user;
        private final SessionId session;
        private final Map<String, String> headers;

        private Caller(Username user, SessionId session, Map<String, String> headers) {
            this.user = user;
            this.session = session;
            this.headers = headers;
        }

        /** The same, with a header more, if there is something to say. */
        public Caller with(String header, Optional<String> value) {
            return value.map(said -> new Caller(user, session, Map.of(header, said)))
                    .orElse(this);
        }

        /**
         * Sends a request.
         *
         * @param pathAndQuery encoded
         * @return the body of a 2xx answer; fails with the refusal, or with {@code unavailable}
         */
        public Uni<byte[]> send(HttpMethod method, URI base, String pathAndQuery, byte[] body) {
            RequestOptions options = options(method, base, pathAndQuery).putHeader(Pass.HEADER, pass());
            headers.forEach(options::putHeader);
            return Remote.this.send(options, base, body);
        }

        private String pass() {
            return new Pass(user, session, Instant.now().plus(PASS_LIFETIME)).sign(key);
        }
    }

    private static Future<Buffer> exchange(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body))
                .compose(response -> response.body().compose(content -> accept(response, content)));
    }

    private static Future<Buffer> accept(HttpClientResponse response, Buffer content) {
        if (response.statusCode() / 100 == 2) {
            return Future.succeededFuture(content);
        }
        return Future.failedFuture(refusal(content.getBytes()));
    }

    private static ConfabException refusal(byte[] content) {
        Problem problem = Json.read(content, Problem.class);
        if (problem.retryAfter().isPresent()) {
            return ConfabException.rateLimited(
                    Duration.ofSeconds(problem.retryAfter().get()));
        }
        return problem.field()
                .map(field -> new ConfabException(problem.code(), problem.detail(), field))
                .orElseGet(() -> new ConfabException(problem.code(), problem.detail()));
    }
}
