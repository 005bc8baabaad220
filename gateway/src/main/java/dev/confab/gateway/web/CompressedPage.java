package dev.confab.gateway.web;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What has a hash in its name, compressed once, as well as it goes, when the gateway starts: the bundle does not exist before
 * it is built. Nothing else is compressed; answers of the API hold secrets beside what others have written, and how long
 * they are would tell.
 */
@ApplicationScoped
class CompressedPage {
    private static final String FOLDER = "META-INF/resources";
    private static final String BUNDLE = "/static/bundle/";
    private static final List<String> TYPES = List.of(".js", ".css");

    private volatile Map<String, Compressed> files = Map.of();

    private record Compressed(Buffer bytes, String mediaType, String tag) {}

    void onStart(@Observes StartupEvent starting) {
        try {
            var found = new HashMap<String, Compressed>();
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL folder : Collections.list(loader.getResources(FOLDER + BUNDLE))) {
                for (String name : names(folder)) {
                    found.put(BUNDLE + name, compress(loader, name));
                }
            }
            files = Map.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mount(@Observes Router router) {
        router.route(BUNDLE + "*").order(0).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        Optional<Compressed> file = Optional.ofNullable(files.get(request.path()));
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (file.isEmpty() || !reads) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (request.headers().contains("Range") || !takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            context.next();
            return;
        }
        Compressed compressed = file.get();
        response.putHeader(HttpHeaders.ETAG, compressed.tag());
        if (compressed.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, compressed.mediaType())
                .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        Integer.toString(compressed.bytes().length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(compressed.bytes());
        }
    }

    static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.split(",", -1)) {
            String[] parts = coding.strip().split("\\s*;\\s*q=", 2);
            if (parts[0].equalsIgnoreCase("gzip") || parts[0].equals("*")) {
                return parts.length < 2 || !parts[1].matches("0(\\.0*)?");
            }
        }
        return false;
    }

    private static Compressed compress(ClassLoader loader, String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (InputStream plain = loader.getResourceAsStream(FOLDER + BUNDLE + name);
                var gzip = new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            plain.transferTo(gzip);
        }
        String mediaType = name.endsWith(".css") ? "text/css;charset=UTF-8" : "text/javascript;charset=UTF-8";
        return new Compressed(Buffer.buffer(bytes.toByteArray()), mediaType, "\"" + name + ".gz\"");
    }

    private static List<String> names(URL folder) throws IOException {
        if (!(folder.openConnection() instanceof JarURLConnection jar)) {
            return names(Path.of(folder.getPath()));
        }
        return jar.getJarFile().stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(FOLDER + BUNDLE))
                .map(name -> name.substring((FOLDER + BUNDLE).length()))
                .filter(CompressedPage::isCompressed)
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(CompressedPage::isCompressed)
                    .toList();
        }
    }

    private static boolean isCompressed(String name) {
        return TYPES.stream().anyMatch(name::endsWith);
    }
}
