package dev.confab.stack.database;

import dev.confab.stack.StackException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Where a database server is and who administers it: {@code mysql://user:password@host:port}, percent-encoded. */
public record DatabaseUrl(String host, int port, String user, String password) {
    private static final int DEFAULT_PORT = 3306;
    private static final String EXAMPLE = "mysql://root:secret@127.0.0.1:3306";

    public static DatabaseUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw invalid("it is no URL; in a password, write characters such as @ : / # % percent-encoded");
        }
        if (uri.getScheme() == null || !Set.of("mysql", "mariadb").contains(uri.getScheme())) {
            throw invalid("it must begin with mysql:// or mariadb://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() == null) {
            throw invalid("a host and the name of an administrator are needed");
        }
        var login = uri.getRawUserInfo().split(":", 2);
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decoded(login[0]),
                login.length > 1 ? decoded(login[1]) : "");
    }

    /** The whole URL with the password in it: not for logs. */
    public String toText() {
        return "mysql://%s:%s@%s:%d".formatted(encoded(user), encoded(password), host, port);
    }

    public String address() {
        return "mysql://%s:%d".formatted(host, port);
    }

    @Override
    public String toString() {
        return address();
    }

    // The URL is left out of the message: it holds a password.
    private static StackException invalid(String why) {
        return new StackException("--database can't be used: %s. Example: %s".formatted(why, EXAMPLE));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("a % in it isn't followed by two hexadecimal digits");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
