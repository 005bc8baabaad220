package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.ChatClient.joining;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;

/**
 * Bob, who was in a room of Alice's and whose connection is gone.
 *
 * @param joined what he was told when he joined
 */
record Gone(Session alice, Session bob, String room, Frame joined) {
    static Gone fromRoom(Confab confab, String name) {
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, name);
        ChatClient reader = confab.connect(bob);
        Frame joined = reader.ask(joining(room));
        reader.abort();
        return new Gone(alice, bob, room, joined);
    }
}
