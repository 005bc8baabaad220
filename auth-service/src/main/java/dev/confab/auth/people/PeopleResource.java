package dev.confab.auth.people;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/users")
@Tag(name = "Profiles")
@Authenticated
class PeopleResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;

    /** Those found: whose username was written out first, then by username. */
    record People(List<FindPeople.Person> users) {}

    private final FindPeople findPeople;

    PeopleResource(FindPeople findPeople) {
        this.findPeople = findPeople;
    }

    @GET
    @Operation(summary = "People whose username, or a word of whose display name, begins with each of these words")
    @APIResponse(responseCode = "200", description = "Whoever was found; nobody who is disabled")
    @APIResponse(responseCode = "400", description = "there is no word, there are too many, or the limit is wrong")
    public Uni<People> find(
            @Parameter(description = "1 to 5 words, in any case, with or without accents") @QueryParam("q")
                    Optional<String> query,
            @Parameter(description = "1 to 50, 20 by default") @QueryParam("limit") Optional<String> limit) {
        return findPeople
                .find(query.orElse(""), limit.map(PeopleResource::limit).orElse(DEFAULT_LIMIT))
                .map(People::new);
    }

    private static int limit(String text) {
        int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ConfabException(ErrorCode.INVALID, "'limit' is a number from 1 to " + MAX_LIMIT + ".", "limit");
        }
        return limit;
    }
}
