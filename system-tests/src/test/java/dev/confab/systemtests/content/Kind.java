package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Writing;

/** The two kinds of stream, for tests that are to hold in both. */
enum Kind {
    ROOM {
        @Override
        Meeting meeting(Confab confab) {
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            String room = confab.room(alice, "salon");
            Writing writing = Writing.inRoom(room);
            String address = path("/api/rooms/{}", room);
            return new Meeting(confab, new Seat(alice, writing, address), new Seat(bob, writing, address));
        }
    },
    CONVERSATION {
        @Override
        Meeting meeting(Confab confab) {
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            return new Meeting(confab, seat(alice, bob), seat(bob, alice));
        }

        private static Seat seat(Session self, Session other) {
            return new Seat(self, Writing.to(other.username()), path("/api/direct/{}", other.username()));
        }
    };

    /** Two new people in a new stream of this kind: Alice owns it, if it is a room. */
    abstract Meeting meeting(Confab confab);

    /**
     * Somebody's place in the stream.
     *
     * @param writing as they name it in commands
     * @param address as they name it over REST
     */
    record Seat(Session person, Writing writing, String address) {}
}
