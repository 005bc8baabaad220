package dev.confab.systemtests.upgrade;

import dev.confab.stack.files.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** What older versions left in their data folders, as {@code ./confab up --data} of that commit made it and ended. */
final class OldData {
    private OldData() {}

    /** @param commit of which there is a file among the tests' resources */
    static void unpack(String commit, Path to) throws IOException {
        URI file = URI.create("jar:"
                + Objects.requireNonNull(OldData.class.getResource("/upgrade/%s.zip".formatted(commit)), commit));
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
            Trees.copy(zip.getPath("/"), to);
        }
    }
}
