package dev.confab.systemtests.client;

import dev.confab.stack.testing.TestStack;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people and signs them in. */
public final class Users {
    public static final String PASSWORD = "correct horse battery staple";

    /** None of them, and no two beside each other, look like another: rooms whose names look the same are refused. */
    private static final String LETTERS = "abcdefghjkpqstuxyz";

    private static final String RUN = written(System.currentTimeMillis() % 60_466_176);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Users() {}

    /** A new account that nobody else uses, at the first gateway. */
    public static Session register(TestStack stack, String nickname) {
        return register(stack.gatewayUrl(1), nickname);
    }

    /** A new account that nobody else uses; its name begins with the nickname. */
    public static Session register(String address, String nickname) {
        return registerAs(address, fresh(nickname), PASSWORD);
    }

    /** A new account of exactly this name. */
    public static Session registerAs(String address, String username, String password) {
        var body = Map.of("username", username, "password", password);
        return Session.of(new Api(address).post("/api/auth/register", body).expect(201), password);
    }

    /** One more session of an account. */
    public static Session login(String address, String username, String password) {
        var body = Map.of("username", username, "password", password);
        return Session.of(new Api(address).post("/api/auth/login", body).expect(200), password);
    }

    /** A name that nothing else has in this run, or in an earlier one on the same stack. */
    public static String fresh(String name) {
        return name + "-" + RUN + written(COUNT.incrementAndGet());
    }

    private static String written(long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= LETTERS.length()) {
            digits.insert(0, LETTERS.charAt((int) (rest % LETTERS.length())));
        }
        return digits.toString();
    }
}
