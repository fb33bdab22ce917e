package relais.records.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectType;
import relais.records.types.RowRights;

/**
 * Whether the current actor sees so few records that gathering all of them costs less than walking along everybody's
 * until a page is full. Only the way of reading hangs on it, never what is read.
 */
@Component
class Sighted {
    /** Records seen of a million below which gathering wins; it grows with the square root of the table. */
    private static final double FEW_OF_A_MILLION = 2_500;

    private static final double MILLION = 1_000_000;
    private static final int FEWEST = 50;
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST = 1_000;

    private final DSLContext sql;
    private final Cache<Key, Boolean> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Sighted(DSLContext sql) {
        this.sql = sql;
    }

    private record Key(UUID workspace, Reach reach, String object) {}

    boolean few(ObjectType type, RowRights.Belonging own) {
        var key = new Key(Tenancy.id(), Actor.current().reach(), type.name());
        var few = known.getIfPresent(key);
        if (few == null) {
            few = count(type, own);
            known.put(key, few);
        }
        return few;
    }

    private boolean count(ObjectType type, RowRights.Belonging own) {
        int few = (int) Math.max(FEWEST, FEW_OF_A_MILLION * Math.sqrt(rows(type) / MILLION));
        var seen = new Branches(sql, type, own, List.of(ListWalk.id()), ListWalk.alive(type)).some(few);
        return Objects.requireNonNull(
                                sql.selectCount().from(seen.asTable("seen")).fetchOne())
                        .value1()
                < few;
    }

    /** About how many rows the table has, as PostgreSQL guessed when it last looked. */
    private double rows(ObjectType type) {
        var parts = type.table().split("\\.");
        return sql.fetchOptional(
                        "SELECT c.reltuples FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                                + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?",
                        parts[0],
                        parts[1])
                .map(r -> Math.max(0, r.get(0, Double.class)))
                .orElse(0.0);
    }
}
