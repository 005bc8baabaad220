package dev.confab.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The refresh tokens of a session, each of which is good once. The next link is an HMAC of the one before under a key that
 * only the database has, so two tabs that use the same link at the same time get the same next one, whichever answer
 * arrives last; and any link of the past can be told from a guess, however often the chain has moved on since. The
 * database holds no link, only hashes: who reads it can't refresh.
 *
 * @param key base64url
 * @param currentHash of the link that is good now
 * @param previousHash of the link that was good before; empty if there was none
 * @param rotations links used up so far
 * @param rotatedAt when the current link was made
 */
record RefreshChain(String key, String currentHash, String previousHash, int rotations, Instant rotatedAt) {
    /** Older links than a month of refreshing every quarter of an hour are not recognized. */
    private static final int MAX_STEPS = 4_096;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a link is worth. */
    sealed interface Verdict {
        /** It is the good one: the chain moves on. */
        record Good(String next) implements Verdict {}

        /** It was the good one a moment ago: the same answer again. */
        record Repeated(String next) implements Verdict {}

        /** It was used up long ago: two parties hold this session's tokens, and one of them should not. */
        record Stolen() implements Verdict {}

        /** It never was a link of this chain. */
        record Foreign() implements Verdict {}
    }

    /** A chain and its first link. */
    record Begun(RefreshChain chain, String link) {}

    static Begun begin(Instant now) {
        String link = random();
        return new Begun(new RefreshChain(random(), hash(link), "", 0, now), link);
    }

    Verdict judge(String link, Instant now, Duration grace) {
        String hash = hash(link);
        if (hash.equals(currentHash)) {
            return new Verdict.Good(next(link));
        }
        if (hash.equals(previousHash) && !now.isAfter(rotatedAt.plus(grace))) {
            return new Verdict.Repeated(next(link));
        }
        return isPast(link) ? new Verdict.Stolen() : new Verdict.Foreign();
    }

    /** The chain once its good link was used. */
    RefreshChain after(Verdict.Good use, Instant now) {
        return new RefreshChain(key, hash(use.next()), currentHash, rotations + 1, now);
    }

    private boolean isPast(String link) {
        String step = link;
        for (int steps = Math.min(rotations, MAX_STEPS); steps > 0; steps--) {
            step = next(step);
            if (hash(step).equals(currentHash)) {
                return true;
            }
        }
        return false;
    }

    private String next(String link) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), "HmacSHA256"));
            return encode(mac.doFinal(link.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String link) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(link.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
