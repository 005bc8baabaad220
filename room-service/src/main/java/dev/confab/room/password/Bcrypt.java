package dev.confab.room.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Elytron's bcrypt, in modular crypt form ({@code $2a$…}). Takes milliseconds of processor time: never on an event loop. */
final class Bcrypt {
    private static final WildFlyElytronPasswordProvider PROVIDER = new WildFlyElytronPasswordProvider();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Bcrypt() {}

    static String hash(String password, int cost) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        RANDOM.nextBytes(salt);
        try {
            Password hash = factory()
                    .generatePassword(new EncryptablePasswordSpec(
                            password.toCharArray(),
                            new IteratedSaltedPasswordAlgorithmSpec(cost, salt),
                            StandardCharsets.UTF_8));
            return ModularCrypt.encodeAsString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean matches(String password, String hash) {
        try {
            PasswordFactory factory = factory();
            Password known = factory.translate(ModularCrypt.decode(hash));
            return factory.verify(known, password.toCharArray(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PasswordFactory factory() throws GeneralSecurityException {
        return PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, PROVIDER);
    }
}
