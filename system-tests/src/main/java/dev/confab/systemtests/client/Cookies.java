package dev.confab.systemtests.client;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one browser, as far as Confab sets any.
 *
 * @param values by name
 */
public record Cookies(Map<String, String> values) {
    public static final Cookies NONE = new Cookies(Map.of());

    public Cookies {
        values = Map.copyOf(values);
    }

    /** These, changed by what an answer sets; one set to nothing is gone. */
    Cookies changedBy(HttpHeaders headers) {
        var changed = new LinkedHashMap<>(values);
        for (String line : headers.allValues("Set-Cookie")) {
            String pair = line.split(";", 2)[0];
            int equals = pair.indexOf('=');
            String name = pair.substring(0, equals).strip();
            String value = pair.substring(equals + 1).strip();
            if (value.isEmpty()) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        }
        return new Cookies(changed);
    }

    /** As the {@code Cookie} header carries them. */
    String header() {
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
