package relais.identity.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.door.SecondFactor;
import relais.platform.crypto.Vault;

/** Codes on paper, for the day the telephone is lost: told once, stored as fingerprints, each good for one sign-in. */
@Repository
@Transactional
@Order(2)
class RecoveryCodes implements SecondFactor {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int COUNT = 10;
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final DSLContext sql;
    private final Clock clock;
    private final Vault vault;

    RecoveryCodes(DSLContext sql, Clock clock, Vault vault) {
        this.sql = sql;
        this.clock = clock;
        this.vault = vault;
    }

    /** Ten new codes for the account; those before no longer count. */
    List<String> renew(UUID account) {
        remove(account);
        var codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        codes.forEach(code -> sql.execute(
                "INSERT INTO identity.recovery_code (account_id, code_hash, created_at) VALUES (?, ?, CAST(? AS timestamptz))",
                account,
                vault.fingerprint(purpose(account), plain(code)),
                clock.instant()));
        return codes;
    }

    /** How many are left. */
    @Transactional(readOnly = true)
    int left(UUID account) {
        return sql.fetchSingle("SELECT count(*) FROM identity.recovery_code WHERE account_id = ?", account)
                .get(0, Integer.class);
    }

    /** Whether this is one of the account's codes; now it is used up. */
    boolean use(UUID account, String code) {
        return vault.fingerprints(purpose(account), plain(code)).stream()
                .anyMatch(hash -> sql.execute(
                                "DELETE FROM identity.recovery_code WHERE account_id = ? AND code_hash = ?",
                                account,
                                hash)
                        == 1);
    }

    /** Paper alone is no second factor: it stands in for one. */
    @Override
    public boolean enrolled(UUID account) {
        return false;
    }

    @Override
    public void remove(UUID account) {
        sql.execute("DELETE FROM identity.recovery_code WHERE account_id = ?", account);
    }

    private static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it is typed. */
    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String purpose(UUID account) {
        return "recovery " + account;
    }
}
