package relais.identity.door;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs small values that browsers keep for us, with a secret of this installation that all its nodes share. */
@Component
class Signer {
    private final DSLContext sql;
    private volatile @Nullable String secret;

    Signer(DSLContext sql) {
        this.sql = sql;
    }

    /** The value with its signature for this purpose. */
    String sign(String purpose, String value) {
        return value + "." + signature(purpose, value);
    }

    /** The value, when this installation signed it for this purpose. */
    Optional<String> verified(String purpose, String signed) {
        int dot = signed.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        var value = signed.substring(0, dot);
        boolean ours = Tokens.same(signature(purpose, value), signed.substring(dot + 1));
        return ours ? Optional.of(value) : Optional.empty();
    }

    private String signature(String purpose, String value) {
        return Tokens.keyed(secret(), purpose + ":" + value);
    }

    private String secret() {
        var known = secret;
        if (known == null) {
            sql.execute("UPDATE identity.installation SET secret = ? WHERE id = 1 AND secret IS NULL", Tokens.random());
            known = sql.fetchSingle("SELECT secret FROM identity.installation WHERE id = 1")
                    .get("secret", String.class);
            secret = known;
        }
        return known;
    }
}
