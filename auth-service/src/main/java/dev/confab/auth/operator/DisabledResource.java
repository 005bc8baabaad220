package dev.confab.auth.operator;

import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/accounts/{user}/disabled")
@PermitAll
class DisabledResource {
    private final Operators operators;
    private final DisableAccount accounts;

    DisabledResource(Operators operators, DisableAccount accounts) {
        this.operators = operators;
        this.accounts = accounts;
    }

    @PUT
    @Operation(hidden = true)
    public Uni<Void> disable(@PathParam("user") Username user, @HeaderParam(Operators.HEADER) Optional<String> secret) {
        operators.require(secret);
        return accounts.disable(user);
    }

    @DELETE
    @Operation(hidden = true)
    public Uni<Void> enable(@PathParam("user") Username user, @HeaderParam(Operators.HEADER) Optional<String> secret) {
        operators.require(secret);
        return accounts.enable(user);
    }
}
