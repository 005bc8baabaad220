package dev.confab.systemtests.client;

import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param cookies what a browser would have been given
 */
public record Session(String username, String password, String accessToken, Instant expiresAt, Cookies cookies) {

    static Session of(Answer answer, String password) {
        return new Session(
                answer.text("username"),
                password,
                answer.text("accessToken"),
                Instant.parse(answer.text("expiresAt")),
                Cookies.NONE.changedBy(answer.headers()));
    }

    /** REST as an API user: with the bearer token. */
    public Api api(String address) {
        return new Api(address).bearer(accessToken);
    }

    /** REST as the page: with cookies and nothing else. */
    public Api browserApi(String address) {
        return new Api(address).cookies(cookies);
    }

    @Override
    public String toString() {
        return username;
    }
}
