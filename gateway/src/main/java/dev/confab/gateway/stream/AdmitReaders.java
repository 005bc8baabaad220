package dev.confab.gateway.stream;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.Admission;
import dev.confab.gateway.command.Admissions;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Judges who may read a stream before it begins: an answer that has begun could no longer be a refusal. */
class AdmitReaders {
    private static final String ADMISSION = Admission.class.getName();

    private final CurrentUser user;
    private final Admissions admissions;

    AdmitReaders(CurrentUser user, Admissions admissions) {
        this.user = user;
        this.admissions = admissions;
    }

    /** On a resource with a path parameter {@code room}: is called for those only who may be in that room. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Admitted {}

    static Admission admission(ContainerRequestContext request) {
        return (Admission) request.getProperty(ADMISSION);
    }

    @Admitted
    @ServerRequestFilter
    Uni<Void> admit(ContainerRequestContext request) {
        RoomName room = new RoomName(request.getUriInfo().getPathParameters().getFirst("room"));
        Optional<String> ticket = Optional.ofNullable(request.getHeaderString(Ticket.HEADER));
        return admissions
                .admit(user.username(), user.session(), room, ticket, Optional.empty())
                .invoke(admission -> request.setProperty(ADMISSION, admission))
                .replaceWithVoid();
    }
}
