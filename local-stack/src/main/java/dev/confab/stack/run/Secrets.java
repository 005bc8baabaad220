package dev.confab.stack.run;

import dev.confab.stack.StackException;
import dev.confab.stack.files.PrivateFile;
import dev.confab.stack.service.Service;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/** Secrets by name, made up once and kept in the data folder for its owner alone. */
final class Secrets {
    private static final int BYTES = 33;

    private final DataFolder folder;
    private final Properties values = new Properties();

    Secrets(DataFolder folder) {
        this.folder = folder;
        try {
            if (Files.exists(folder.secrets())) {
                try (var in = Files.newBufferedReader(folder.secrets())) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw new StackException("%s can't be read: %s".formatted(folder.secrets(), e.getMessage()), e);
        }
    }

    /** 44 characters of letters, digits, {@code -} and {@code _}. */
    String get(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var made = Base64.getUrlEncoder().encodeToString(bytes);
        values.setProperty(name, made);
        save();
        return made;
    }

    /** What each service needs to know, as environment variables. */
    Map<Service, Map<String, String>> environments() {
        var signing = Map.of("CONFAB_SIGNING_SECRET", get("confab.signing.secret"));
        return Map.of(
                Service.GATEWAY, signing,
                Service.ROOM, signing,
                Service.MESSAGE, signing,
                Service.MEDIA, signing,
                Service.AUTH, Map.of("CONFAB_KEYS_SECRET", get("confab.keys.secret")));
    }

    private void save() {
        var text = new StringWriter();
        try {
            values.store(
                    text,
                    "keep private; deleting this file means losing the embedded database's passwords and what opens the keys in it");
            PrivateFile.write(folder.secrets(), text.toString());
        } catch (IOException e) {
            throw new StackException("%s can't be written: %s".formatted(folder.secrets(), e.getMessage()), e);
        }
    }
}
