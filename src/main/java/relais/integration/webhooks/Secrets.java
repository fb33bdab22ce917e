package relais.integration.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.crypto.Vault;
import relais.platform.tenancy.Tenancy;

/** The secrets by which messages are signed: told once, kept encrypted, replaced without a gap. */
@Repository
class Secrets {
    /** How long a replaced secret signs beside the new one. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final String BEGINNING = "whsec_";
    private static final String PURPOSE = "webhook";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final Vault vault;
    private final Clock clock;

    Secrets(DSLContext sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /** Makes the secret of a new subscription. */
    @Transactional
    public String make(UUID webhook) {
        var secret = fresh();
        sql.execute(
                "INSERT INTO integration.webhook_state (tenant_id, webhook_id, secret) VALUES (?, ?, ?)",
                Tenancy.id(),
                webhook,
                vault.seal(PURPOSE, secret));
        return secret;
    }

    /** Makes a new secret; the former one signs too for a day. */
    @Transactional
    public String replace(UUID webhook) {
        var secret = fresh();
        sql.execute(
                "UPDATE integration.webhook_state SET former_secret = secret, former_until = CAST(? AS timestamptz),"
                        + " secret = ? WHERE tenant_id = ? AND webhook_id = ?",
                clock.instant().plus(OVERLAP),
                vault.seal(PURPOSE, secret),
                Tenancy.id(),
                webhook);
        return secret;
    }

    private static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BEGINNING + Base64.getEncoder().encodeToString(bytes);
    }

    /** The value of the header that proves who sent this, as Standard Webhooks has it. */
    @Transactional(readOnly = true)
    public String signature(UUID webhook, String messageId, long timestamp, byte[] body) {
        return secrets(webhook).stream()
                .map(s -> "v1," + sign(s, messageId, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private List<String> secrets(UUID webhook) {
        var row = sql.fetchSingle(
                "SELECT secret, former_secret, former_until FROM integration.webhook_state"
                        + " WHERE tenant_id = ? AND webhook_id = ?",
                Tenancy.id(),
                webhook);
        var secrets = new ArrayList<String>();
        secrets.add(vault.open(PURPOSE, row.get("secret", byte[].class)));
        var until = row.get("former_until", Instant.class);
        if (until != null && until.isAfter(clock.instant())) {
            secrets.add(vault.open(PURPOSE, row.get("former_secret", byte[].class)));
        }
        return secrets;
    }

    static String sign(String secret, String messageId, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(BEGINNING.length())), "HmacSHA256"));
            mac.update((messageId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
