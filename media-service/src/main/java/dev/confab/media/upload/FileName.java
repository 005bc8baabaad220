package dev.confab.media.upload;

import dev.confab.protocol.Attachment;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, made safe for whoever saves it: no path, nothing that turns writing around or can't be seen, nothing that
 * a file system or a header would take for something else.
 */
final class FileName {
    static final String NAMELESS = "file";
    private static final Set<Integer> FORBIDDEN =
            "\\/:*?\"<>|;%".codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    /** An extension of more characters is part of the name. */
    private static final int LONGEST_EXTENSION = 12;

    private FileName() {}

    static String safe(@Nullable String given) {
        String name = Normalizer.normalize(Optional.ofNullable(given).orElse(""), Normalizer.Form.NFC);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(c -> !isInvisible(c))
                .mapToObj(c -> FORBIDDEN.contains(c) ? "_" : Character.toString(c))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
        String bare = visible.replaceAll("^[. ]+|[. ]+$", "");
        return bare.isEmpty() ? NAMELESS : shortened(bare);
    }

    /** Controls, formats (among them what turns writing around), surrogates, what is private or means nothing. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        int room = Attachment.MAX_NAME_LENGTH - extension.length();
        return stem.codePointCount(0, stem.length()) <= room
                ? name
                : stem.substring(0, stem.offsetByCodePoints(0, room)) + extension;
    }
}
