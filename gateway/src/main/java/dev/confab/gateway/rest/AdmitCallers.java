package dev.confab.gateway.rest;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.Admissions;
import dev.confab.gateway.session.Author;
import dev.confab.protocol.Position;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds that whoever sends a request is in the stream that it is about. */
@ApplicationScoped
class AdmitCallers {
    private final Admissions admissions;
    private final SendRate rate;

    AdmitCallers(Admissions admissions, SendRate rate) {
        this.admissions = admissions;
        this.rate = rate;
    }

    /** Fails with {@code not_joined}, {@code banned}, {@code not_found}, {@code unavailable}. */
    Uni<Author> admit(CurrentUser user, Target target, Optional<String> ticket) {
        Uni<Position> since = switch (target) {
            case Target.Room(var room) ->
                admissions
                        .admitMember(user.username(), user.session(), room, ticket)
                        .map(admission -> admission.asOf());
            case Target.Person _ -> Uni.createFrom().item(Position.NONE);
        };
        var name = user.username();
        var session = user.session();
        return since.map(position -> new Caller(name, session, position, rate::take));
    }
}
