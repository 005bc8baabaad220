package dev.confab.auth.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A small picture in each format. */
public enum Pictures {
    PNG,
    JPEG,
    WEBP;

    private static final String WEBP_OF_ONE_PIXEL = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    public String mediaType() {
        return switch (this) {
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
            case WEBP -> "image/webp";
        };
    }

    public byte[] content() {
        return switch (this) {
            case PNG -> drawn("png");
            case JPEG -> drawn("jpg");
            case WEBP -> Base64.getDecoder().decode(WEBP_OF_ONE_PIXEL);
        };
    }

    private static byte[] drawn(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
