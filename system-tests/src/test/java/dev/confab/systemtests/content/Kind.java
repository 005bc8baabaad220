package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.protocol.Conversation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Writing;

/** The two kinds of stream, for tests that are to hold in both. */
public enum Kind {
    ROOM {
        @Override
        public Meeting meeting(Confab confab) {
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            String room = confab.room(alice, "salon");
            return new Meeting(confab, Seat.inRoom(alice, room), Seat.inRoom(bob, room));
        }
    },
    CONVERSATION {
        @Override
        public Meeting meeting(Confab confab) {
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            return new Meeting(confab, seat(alice, bob), seat(bob, alice));
        }

        private static Seat seat(Session self, Session other) {
            return new Seat(self, Writing.to(other.username()), path("/api/direct/{}", other.username()));
        }
    };

    /** Two new people in a new stream of this kind: Alice owns it, if it is a room. */
    public abstract Meeting meeting(Confab confab);

    /**
     * Somebody's place in the stream.
     *
     * @param writing as they name it in commands
     * @param address as they name it over REST
     */
    public record Seat(Session person, Writing writing, String address) {
        public static Seat inRoom(Session person, String room) {
            return new Seat(person, Writing.inRoom(room), path("/api/rooms/{}", room));
        }

        public History history(Confab confab) {
            return switch (writing.target()) {
                case Target.Room(var room) -> History.ofRoom(confab.api(person), room.value());
                case Target.Person(var other) -> History.withPerson(confab.api(person), other.value());
            };
        }

        /** The key of the stream in the log. */
        public String stream() {
            return switch (writing.target()) {
                case Target.Room(var room) -> StreamKey.of(room).value();
                case Target.Person(var other) ->
                    StreamKey.of(Conversation.between(new Username(person.username()), other))
                            .value();
            };
        }
    }
}
