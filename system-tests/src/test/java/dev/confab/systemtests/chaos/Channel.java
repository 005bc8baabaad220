package dev.confab.systemtests.chaos;

import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.ChatClient.Joining;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Writing;
import java.util.Optional;

/**
 * A stream as one of its people calls it: a room by its name, a private conversation by the other one.
 *
 * @param stream its key in the log
 */
record Channel(Target target, String stream) {

    static Channel room(String name) {
        return of(Writing.inRoom(name).target(), "nobody");
    }

    static Channel conversation(String self, String other) {
        return of(Writing.to(other).target(), self);
    }

    private static Channel of(Target target, String self) {
        return new Channel(target, target.stream(new Username(self)).value());
    }

    boolean isRoom() {
        return target instanceof Target.Room;
    }

    /** The first join, or one that goes on where the seat is. */
    Joining joining(Optional<Seat> seat) {
        var joining = switch (target) {
            case Target.Room(var name) -> ChatClient.joining(name.value());
            case Target.Person(var other) -> ChatClient.joiningWith(other.value());
        };
        return seat.map(held -> held.goOn(joining)).orElse(joining);
    }

    Writing writing() {
        return new Writing(target);
    }

    History history(ChatClient client) {
        return switch (target) {
            case Target.Room(var name) -> client.history(name.value());
            case Target.Person(var other) -> History.withPerson(client.api(), other.value());
        };
    }
}
