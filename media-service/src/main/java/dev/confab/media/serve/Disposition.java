package dev.confab.media.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whether a browser may show a file by itself, and as what it saves it (RFC 6266). */
final class Disposition {
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav",
            "audio/flac",
            "audio/aac",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime");

    private Disposition() {}

    /** What is neither a raster image nor audio nor video is saved, never shown: it could act. */
    static String of(String name, String type, boolean download) {
        String ascii = name.replaceAll("[^\\x20-\\x7E]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (SHOWN.contains(type) && !download ? "inline" : "attachment") + "; filename=\"" + ascii
                + "\"; filename*=UTF-8''" + encoded;
    }

    /** As what it is served: of what could act, nothing but bytes. */
    static String type(String type) {
        return SHOWN.contains(type) ? type : "application/octet-stream";
    }
}
