package dev.confab.chassis.problem;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paths of addresses as they came, still encoded. */
public final class RawPath {
    private RawPath() {}

    /** Whether everybody reads the path alike. */
    static boolean namesOneThing(@Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            return "*".equals(path); // OPTIONS of the server as such
        }
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isLast = i == segments.length - 1;
            if (!isExact(segments[i]) || (segments[i].isEmpty() && !isLast)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExact(String segment) {
        return segment.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';' && c != '\\')
                && decode(segment)
                        .filter(name -> !name.equals(".") && !name.equals(".."))
                        .isPresent();
    }

    /** The segment that stands for a name, wherever it is read. */
    public static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The name that a segment stands for; absent if it is not percent-encoded UTF-8. A plus is a plus. */
    public static Optional<String> decode(String segment) {
        byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
            } else if (i + 2 < raw.length && HexFormat.isHexDigit(raw[i + 1]) && HexFormat.isHexDigit(raw[i + 2])) {
                bytes.write(HexFormat.fromHexDigits(
                        new String(Arrays.copyOfRange(raw, i + 1, i + 3), StandardCharsets.US_ASCII)));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
