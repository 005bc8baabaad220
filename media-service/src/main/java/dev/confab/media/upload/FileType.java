package dev.confab.media.upload;

import java.nio.charset.StandardCharsets;
import org.apache.tika.Tika;

/** What a file is, by its first bytes alone. */
final class FileType {
    /** That are looked at. */
    static final int LOOKED_AT = 64 * 1024;

    private static final Tika TIKA = new Tika();

    private FileType() {}

    static String of(byte[] beginning) {
        String found = TIKA.detect(beginning);
        return switch (found) {
            case "application/x-matroska", "video/x-matroska" -> isWebm(beginning) ? "video/webm" : "video/x-matroska";
            case "application/ogg", "audio/vorbis", "audio/opus", "audio/x-oggflac" -> "audio/ogg";
            case "video/theora", "video/daala" -> "video/ogg";
            case "audio/vnd.wave", "audio/x-wav" -> "audio/wav";
            case "audio/x-flac" -> "audio/flac";
            case "video/quicktime", "application/mp4" -> ofBrand(beginning, found);
            default -> found;
        };
    }

    /** What follows the mark of an ISO base media file (ISO/IEC 14496-12, section 4.3) tells MP4 from QuickTime, and sound from video. */
    private static String ofBrand(byte[] beginning, String found) {
        String start = new String(beginning, 0, Math.min(beginning.length, 12), StandardCharsets.ISO_8859_1);
        if (start.length() < 12 || !start.startsWith("ftyp", 4) || start.endsWith("qt  ")) {
            return found;
        }
        return start.endsWith("M4A ") || start.endsWith("M4B ") ? "audio/mp4" : "video/mp4";
    }

    /** The document type stands among the first elements. */
    private static boolean isWebm(byte[] beginning) {
        return new String(beginning, 0, Math.min(beginning.length, 64), StandardCharsets.ISO_8859_1).contains("webm");
    }
}
