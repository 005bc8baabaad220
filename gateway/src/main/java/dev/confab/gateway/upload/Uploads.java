package dev.confab.gateway.upload;

/** Tells requests that bring files from all others. */
public final class Uploads {
    private static final String PATH = "/api/media";

    private Uploads() {}

    /** @param uri with a query or without one */
    public static boolean is(String method, String uri) {
        return method.equals("POST")
                && uri.startsWith(PATH)
                && (uri.length() == PATH.length() || uri.charAt(PATH.length()) == '?');
    }
}
