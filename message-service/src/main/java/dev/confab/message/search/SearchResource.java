package dev.confab.message.search;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.history.PageRequest;
import dev.confab.message.search.SearchMessages.Request;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Tag(name = "Search")
final class SearchResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;

    private final SearchMessages searchMessages;
    private final CurrentUser user;

    SearchResource(SearchMessages searchMessages, CurrentUser user) {
        this.searchMessages = searchMessages;
        this.user = user;
    }

    @GET
    @Path("/search")
    @Operation(summary = "Messages of the joined rooms and the private conversations, by what they say")
    @APIResponse(
            responseCode = "200",
            description =
                    "The page; 'next' is the 'cursor' of the following one. 'complete' is false while the index is made anew:"
                            + " then 'indexed' says how much of everything was looked through, from 0 to 1")
    @APIResponse(responseCode = "400", description = "invalid: what is wrong with 'q', 'order', 'cursor' or 'limit'")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: there is no index right now, or too much is searched for")
    public Uni<SearchPage> search(
            @Parameter(
                            description =
                                    "1 to 500 characters, at most 20 words, all of which are in the message: 'word', \"a"
                                            + " phrase\", from:ann, in:kitchen, in:\"living room\", in:@bob, before:2026-11-01,"
                                            + " after:2026-11-01, on:2026-11-01 (days of UTC, or times as in RFC 3339),"
                                            + " has:link, has:file, is:thread, is:pinned. The last word may be the"
                                            + " beginning of one, and three letters and more a part of one")
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(description = "The 'next' of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Most messages to answer with: 20 if absent, at most 50")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "'newest' first if absent, or 'best': whole words, then beginnings, then parts")
                    @QueryParam("order")
                    @Nullable
                    String order) {
        SearchOrder wanted = SearchOrder.read(order);
        return searchMessages.search(
                new Request(
                        ReadQuery.of(q),
                        wanted,
                        wanted.after(cursor),
                        PageRequest.limit(limit, DEFAULT_LIMIT, MAX_LIMIT)),
                user.username());
    }
}
