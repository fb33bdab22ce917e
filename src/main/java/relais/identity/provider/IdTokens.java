package relais.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads ID tokens: signed by a key of the provider, for us, in answer to our question, and of now. */
@Component
class IdTokens {
    /** Public keys only: whoever knows our own secret, or none, must not sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration SKEW = Duration.ofMinutes(2);
    private static final Duration OLDEST = Duration.ofMinutes(15);

    private final Discovery discovery;
    private final Clock clock;

    IdTokens(Discovery discovery, Clock clock) {
        this.discovery = discovery;
        this.clock = clock;
    }

    /** What the token says; refused with its reason when it is not to be believed. */
    JWTClaimsSet read(String token, Provider provider, Discovery.Described described, String nonce) throws Unsaid {
        try {
            var signed = SignedJWT.parse(token);
            var keys = discovery.keys(described, signed.getHeader().getKeyID());
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
            processor.setJWTClaimsSetVerifier(claims(provider, nonce));
            var said = processor.process(signed, null);
            timely(said);
            azp(said, provider);
            return said;
        } catch (ParseException | JOSEException | BadJOSEException forged) {
            throw new Unsaid("token");
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims(Provider provider, String nonce) {
        var exactly = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .claim("nonce", nonce)
                .build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(
                provider.clientId(), exactly, Set.of("sub", "aud", "exp", "iat"));
        verifier.setMaxClockSkew(Integer.MAX_VALUE); // times are judged below, where the reason can be told
        return verifier;
    }

    private void timely(JWTClaimsSet said) throws Unsaid {
        var now = clock.instant();
        Date made = said.getIssueTime();
        Date until = said.getExpirationTime();
        boolean early = made.toInstant().isAfter(now.plus(SKEW));
        boolean late =
                until.toInstant().isBefore(now.minus(SKEW)) || made.toInstant().isBefore(now.minus(OLDEST));
        if (early || late) {
            throw new Unsaid("clock");
        }
    }

    /** A token for several names who asked for it. */
    private static void azp(JWTClaimsSet said, Provider provider) throws Unsaid, ParseException {
        var asked = said.getStringClaim("azp");
        boolean ours = asked == null ? said.getAudience().size() == 1 : asked.equals(provider.clientId());
        var subject = said.getSubject();
        if (!ours || subject == null || subject.isBlank() || subject.length() > 255) {
            throw new Unsaid("token");
        }
    }
}
