package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** From what a command names to where its content goes, by the names as they were registered. */
@ApplicationScoped
class Destinations {
    private final Accounts accounts;
    private final Rooms rooms;

    Destinations(Accounts accounts, Rooms rooms) {
        this.accounts = accounts;
        this.rooms = rooms;
    }

    /** Fails with {@code not_found} if there is nobody of that name. */
    Uni<Destination> of(Username from, Target target) {
        return switch (target) {
            case Target.Room(var name) ->
                Uni.createFrom()
                        .item(new Destination.ToRoom(
                                rooms.find(name).map(Room::name).orElse(name)));
            case Target.Person(var name) -> accounts.require(name).map(to -> Destination.between(from, to.user()));
        };
    }
}
