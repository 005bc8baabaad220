package dev.confab.systemtests.degradation;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two people in a room with a password, each at a gateway of their own, who were talking before anything broke. */
final class Talk {
    static final String PASSWORD = "open sesame";

    /** More than a gateway's ring remembers. */
    private static final int BEYOND_THE_RING = 270;

    final Session alice;
    final Session bob;
    final Session stranger;

    /** For bans that are refused: a part that was frozen may carry out what it was given up for as soon as it goes on. */
    final Session bystander;

    final String room;
    final ChatClient alices;
    final ChatClient bobs;
    private final Confab confab;
    private final String ticket;
    private final long beginning;
    private final SortedMap<Long, String> said = new TreeMap<>();

    Talk(Confab confab) {
        this.confab = confab;
        alice = confab.person("alice");
        bob = confab.person("bob");
        stranger = confab.person("carl");
        bystander = confab.person("dave");
        room = confab.room(alice, "kitchen", PASSWORD);
        alices = confab.connect(alice, confab.gateway(1)).join(room);
        bobs = confab.connect(bob, confab.gateway(2)).join(room, PASSWORD);
        ticket = bobs.ask(joining(room)).expectOk().text("ticket");
        beginning = say("before");
        for (int i = 0; i < BEYOND_THE_RING; i++) {
            String text = longAgo(i);
            noteSaid(text, alices.ask(ChatClient.message(room, text)).expectOk().position());
        }
        bobs.expect(message(longAgo(BEYOND_THE_RING - 1)));
    }

    private static String longAgo(int number) {
        return "long ago " + number;
    }

    /** Alice writes, and Bob reads it live; returns its position. */
    long say(String text) {
        alices.send(text);
        long position = bobs.expect(message(text)).position();
        noteSaid(text, position);
        return position;
    }

    void noteSaid(String text, long position) {
        said.put(position, text);
    }

    /** Somebody comes back to another gateway with a ticket and the last position seen, and has missed this. */
    void comeBackHavingMissed(String text, long since) {
        ChatClient back = confab.connect(bob, confab.gateway(3)).resume(room, ticket, since);
        back.expect(message(text));
        back.close();
    }

    /** The same, after more than a ring remembers. */
    void comeBackHavingMissedNearlyAll() {
        ChatClient back = confab.connect(bob, confab.gateway(3)).resume(room, ticket, beginning);
        back.expectNothing(message("before"), message(longAgo(0)));
        back.expect(message(longAgo(BEYOND_THE_RING - 1)));
        back.close();
    }

    private History history() {
        return History.ofRoom(confab.api(bob), room);
    }

    Answer readHistory() {
        return confab.api(bob).get(path("/api/rooms/{}/messages", room));
    }

    /** As soon as the part is back, history holds everything that was said, once and in order. */
    void expectAllInHistory() {
        await().atMost(Patience.LIMIT)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> history().all().size() >= said.size());
        assertThat(history().all()).extracting(History.Stored::text).containsExactlyElementsOf(said.values());
    }
}
