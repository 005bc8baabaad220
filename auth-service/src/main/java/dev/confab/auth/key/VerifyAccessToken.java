package dev.confab.auth.key;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies as the other services do, but with the keys at hand instead of asking itself for them over HTTP. */
@ApplicationScoped
@Alternative
@Priority(1)
class VerifyAccessToken extends JWTCallerPrincipalFactory {
    private final DefaultJWTTokenParser parser;

    VerifyAccessToken(TokenKeys keys) {
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info) {
                return (signature, nesting) -> resolve(keys, signature);
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        JwtContext parsed = parser.parse(token, info);
        List<JsonWebStructure> layers = parsed.getJoseObjects();
        return new DefaultJWTCallerPrincipal(token, layers.getFirst().getHeader("typ"), parsed.getJwtClaims());
    }

    private static Key resolve(TokenKeys keys, JsonWebSignature signature) throws UnresolvableKeyException {
        String id = signature.getKeyIdHeaderValue();
        return keys.verifying(id == null ? "" : id)
                .orElseThrow(() -> new UnresolvableKeyException("no key of this id is in use"));
    }
}
