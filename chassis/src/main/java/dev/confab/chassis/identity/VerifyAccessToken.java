package dev.confab.chassis.identity;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies with the keys at hand: whoever comes waits for no auth-service, be it away or frozen. A file with a
 * key, if one is configured together with the one algorithm that it is for, is used instead.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class VerifyAccessToken extends JWTCallerPrincipalFactory {
    private final DefaultJWTTokenParser parser;

    VerifyAccessToken(
            VerificationKeys keys, @ConfigProperty(name = "mp.jwt.verify.publickey.location") String location) {
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info)
                    throws UnresolvableKeyException {
                return location.startsWith("http")
                        ? (signature, nesting) -> resolve(keys, signature)
                        : super.getVerificationKeyResolver(info);
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        JwtContext parsed = parser.parse(token, info);
        List<JsonWebStructure> layers = parsed.getJoseObjects();
        return new DefaultJWTCallerPrincipal(token, layers.getFirst().getHeader("typ"), parsed.getJwtClaims());
    }

    private static Key resolve(VerificationKeys keys, JsonWebSignature signature) throws UnresolvableKeyException {
        String id = signature.getKeyIdHeaderValue();
        return keys.verifying(id == null ? "" : id)
                .orElseThrow(() -> new UnresolvableKeyException("no key of this id is in use"));
    }
}
