package dev.confab.auth.key;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

@Path("/.well-known/jwks.json")
@Tag(name = "Keys")
@PermitAll
class JwksResource {
    private static final int MAX_AGE_SECONDS = 300;

    /** A JSON Web Key Set. */
    record KeySet(List<Map<String, Object>> keys) {}

    private final TokenKeys keys;

    JwksResource(TokenKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The public keys that access tokens are verified with: next, current and lately retired ones")
    public Response publicKeys() {
        KeySet set = new KeySet(keys.published().stream()
                .map(key -> key.jwk().toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList());
        CacheControl cache = new CacheControl();
        cache.setMaxAge(MAX_AGE_SECONDS);
        return Response.ok(set).cacheControl(cache).build();
    }
}
