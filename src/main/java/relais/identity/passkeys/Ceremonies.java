package relais.identity.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.door.PublicUrl;
import relais.platform.tenancy.Ids;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The two ceremonies of WebAuthn: making a passkey, and signing with it. Its owner unlocks it each time. */
@Component
class Ceremonies {
    private static final int TIMEOUT_MILLIS = 300_000;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
            .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
            .toList();

    private final PublicUrl url;
    private final Clock clock;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    Ceremonies(PublicUrl url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /** What the browser needs to make a passkey that is none of these. */
    String making(Challenge challenge, Account account, List<Passkey> known) {
        var options = JsonMapper.shared().createObjectNode();
        options.put("challenge", challenge.text())
                .put("timeout", TIMEOUT_MILLIS)
                .put("attestation", "none");
        options.putObject("rp").put("id", host()).put("name", "Relais");
        options.putObject("user")
                .put("id", handle(account.id()))
                .put("name", account.email())
                .put("displayName", account.name());
        var kinds = options.putArray("pubKeyCredParams");
        ALGORITHMS.forEach(one -> kinds.addObject().put("type", "public-key").put("alg", one.getValue()));
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        named(options, "excludeCredentials", known);
        return options.toString();
    }

    /** What the browser needs to sign with a passkey: any that it has for us, or one of these. */
    String signing(Challenge challenge, List<Passkey> allowed) {
        var options = JsonMapper.shared().createObjectNode();
        options.put("challenge", challenge.text()).put("timeout", TIMEOUT_MILLIS);
        options.put("rpId", host()).put("userVerification", "required");
        named(options, "allowCredentials", allowed);
        return options.toString();
    }

    /** The passkey that the browser made. */
    Passkey made(String response, Challenge challenge, UUID account, String name) throws Unproved {
        try {
            var said = webAuthn.verifyRegistrationResponseJSON(
                    response, new RegistrationParameters(server(challenge), KINDS, true, true));
            var told = Objects.requireNonNull(said.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(told.getAttestedCredentialData());
            return new Passkey(
                    Ids.next(),
                    account,
                    encoded(credential.getCredentialId()),
                    credentials.convert(credential),
                    told.getSignCount(),
                    told.isFlagBE(),
                    told.isFlagBS(),
                    name,
                    clock.instant(),
                    null);
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException forged) {
            throw new Unproved();
        }
    }

    /** Which passkey the browser says to have signed with; nothing is proved by that. */
    @SuppressWarnings("NullAway") // the library means that the array may be missing, not its bytes
    String claimed(String response) throws Unproved {
        return encoded(Objects.requireNonNull(parsed(response).getCredentialId()));
    }

    /** The passkey as it is after it signed the challenge. */
    @SuppressWarnings("NullAway") // the library means that the array may be missing, not its bytes
    Passkey signed(String response, Challenge challenge, Passkey passkey) throws Unproved {
        try {
            var said = parsed(response);
            var handle = said.getUserHandle();
            if (handle != null && handle.length > 0 && !Arrays.equals(handle, bytes(passkey.account()))) {
                throw new Unproved();
            }
            var record = new CredentialRecordImpl(
                    null,
                    true,
                    passkey.backupEligible(),
                    passkey.backedUp(),
                    passkey.counter(),
                    credentials.convert(passkey.credential()),
                    null,
                    null,
                    null,
                    null);
            webAuthn.verify(said, new AuthenticationParameters(server(challenge), record, null, true, true));
            var told = Objects.requireNonNull(said.getAuthenticatorData());
            return new Passkey(
                    passkey.id(),
                    passkey.account(),
                    passkey.credentialId(),
                    passkey.credential(),
                    told.getSignCount(),
                    passkey.backupEligible(),
                    told.isFlagBS(),
                    passkey.name(),
                    passkey.createdAt(),
                    clock.instant());
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException forged) {
            throw new Unproved();
        }
    }

    private AuthenticationData parsed(String response) throws Unproved {
        try {
            var said = webAuthn.parseAuthenticationResponseJSON(response);
            if (said == null || said.getCredentialId() == null) {
                throw new Unproved();
            }
            return said;
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException nonsense) {
            throw new Unproved();
        }
    }

    private ServerProperty server(Challenge challenge) {
        var text = Base64.getUrlDecoder().decode(challenge.text());
        return new ServerProperty(Origin.create(origin()), host(), new DefaultChallenge(text));
    }

    private String origin() {
        var base = URI.create(url.link("/"));
        return base.getScheme() + "://" + base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }

    private String host() {
        return URI.create(url.link("/")).getHost();
    }

    private static void named(ObjectNode options, String name, List<Passkey> passkeys) {
        var all = options.putArray(name);
        passkeys.forEach(one -> all.addObject().put("type", "public-key").put("id", one.credentialId()));
    }

    private static String handle(UUID account) {
        return encoded(bytes(account));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
