package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class SignInTest {
    private static final String LOGIN = "/api/auth/login";

    @Test
    void shouldSignInWithTheNameInAnyCase(Confab confab) {
        // given
        Session alice = confab.person("Alice");
        String whispered = alice.username().toLowerCase(Locale.ROOT);
        // when
        Answer answer = confab.stranger().post(LOGIN, account(whispered, alice.password()));
        // then
        assertThat(answer.expect(200).text("username")).isEqualTo(alice.username());
    }

    @Test
    void shouldAnswerAWrongPasswordLikeAnUnknownUser(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer wrong = confab.stranger().post(LOGIN, account(alice.username(), "not it"));
        Answer unknown = confab.stranger().post(LOGIN, account(Users.fresh("nobody"), "not it"));
        // then
        wrong.expectProblem(ErrorCode.BAD_CREDENTIALS);
        unknown.expectProblem(ErrorCode.BAD_CREDENTIALS);
        assertThat(unknown.bodyText()).isEqualTo(wrong.bodyText());
    }

    @Test
    void shouldThrottleGuessesAtOneAccount(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer last = guessUntilRefused(confab, alice);
        // then
        last.expectProblem(ErrorCode.RATE_LIMITED);
    }

    @Test
    void shouldLetOthersSignInWhileGuessesAtOneAccountAreThrottled(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        guessUntilRefused(confab, alice);
        // when
        Answer answer = confab.stranger().post(LOGIN, account(bob.username(), bob.password()));
        // then
        answer.expect(200);
    }

    /** The first answer that is not about the password, or that of the 30th guess. */
    private static Answer guessUntilRefused(Confab confab, Session person) {
        Answer answer = null;
        for (int i = 0; i < 30; i++) {
            answer = confab.stranger().post(LOGIN, account(person.username(), "guess " + i));
            if (answer.status() != ErrorCode.BAD_CREDENTIALS.httpStatus()) {
                return answer;
            }
        }
        return answer;
    }

    private static Map<String, String> account(String username, String password) {
        return Map.of("username", username, "password", password);
    }
}
