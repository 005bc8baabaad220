package dev.confab.gateway.stream;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.command.Admission;
import dev.confab.gateway.command.Admissions;
import dev.confab.gateway.command.ResumePoints;
import dev.confab.gateway.web.Origins;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Judges who may read a stream, and from where on, before it begins: an answer that has begun could no longer be a refusal.
 * A page that makes its visitors' browsers ask for one changes nothing by it: nobody becomes a member by reading, and
 * nobody is seen in a room because of another site's page.
 */
class AdmitReaders {
    private static final String ENTRANCE = Entrance.class.getName();

    private final CurrentUser user;
    private final CurrentVertxRequest http;
    private final Origins origins;
    private final Admissions admissions;
    private final ResumePoints resumePoints;

    AdmitReaders(
            CurrentUser user,
            CurrentVertxRequest http,
            Origins origins,
            Admissions admissions,
            ResumePoints resumePoints) {
        this.user = user;
        this.http = http;
        this.origins = origins;
        this.admissions = admissions;
        this.resumePoints = resumePoints;
    }

    /**
     * How a reader comes in.
     *
     * @param since the last event that they have had, if they have had one and it means something here
     * @param startsAgain whether they have had one that doesn't
     */
    record Entrance(Admission admission, Optional<Position> since, boolean startsAgain) {}

    /** On a resource with a path parameter {@code room}: is called for members of that room only. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Admitted {}

    static Entrance entrance(ContainerRequestContext request) {
        return (Entrance) request.getProperty(ENTRANCE);
    }

    @Admitted
    @ServerRequestFilter
    Uni<Void> admit(ContainerRequestContext request) {
        if (origins.isForeign(http.getCurrent().request())) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "Requests from other sites are not allowed.");
        }
        RoomName room = new RoomName(request.getUriInfo().getPathParameters().getFirst("room"));
        Optional<String> ticket = Optional.ofNullable(request.getHeaderString(Ticket.HEADER));
        Optional<LastEvent> last = LastEvent.parse(request.getHeaderString(LastEvent.HEADER));
        return admissions
                .admitMember(user.username(), user.session(), room, ticket)
                .chain(admission -> entrance(admission, last))
                .invoke(entrance -> request.setProperty(ENTRANCE, entrance))
                .replaceWithVoid();
    }

    private Uni<Entrance> entrance(Admission admission, Optional<LastEvent> last) {
        // the log may have to be asked, which answers elsewhere
        Executor here = MutinyHelper.executor(Vertx.currentContext());
        return resumePoints
                .of(StreamKey.of(admission.room()), last.map(LastEvent::position), last.flatMap(LastEvent::epoch))
                .emitOn(here)
                .map(since -> new Entrance(admission, since, last.isPresent() && since.isEmpty()));
    }
}
