package relais.records.types;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Tenancy;

/** A workspace's own fields, as its administrators described them. */
@Component
class CustomFields {
    private final DSLContext sql;
    private final TransactionTemplate reading;
    // Other nodes see a new field after this time at the latest; this one at once.
    private final Cache<UUID, Map<String, List<Field>>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    CustomFields(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    List<Field> of(String object) {
        if (!Tenancy.CURRENT.isBound()) {
            return List.of();
        }
        var tenant = Tenancy.id();
        var known = cache.getIfPresent(tenant);
        if (known == null) {
            known = Objects.requireNonNull(reading.execute(status -> load(tenant)));
            cache.put(tenant, known);
        }
        return known.getOrDefault(object, List.of());
    }

    /** Forgets what it knows of this workspace, at once and again when the transaction that changes it ends. */
    void forget() {
        var tenant = Tenancy.id();
        cache.invalidate(tenant);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    cache.invalidate(tenant);
                }
            });
        }
    }

    private Map<String, List<Field>> load(UUID tenant) {
        var fields = new HashMap<String, List<Field>>();
        sql.resultQuery("""
                        SELECT f.object, f.code, f.type, f.label_fr, f.label_en, f.section, f.choices, f.target, f.required, f.slot
                        FROM records.field f WHERE f.tenant_id = ? AND f.deleted_at IS NULL
                        ORDER BY f.position NULLS LAST, f.id""", tenant)
                .fetch()
                .forEach(r -> fields.computeIfAbsent(r.get(0, String.class), o -> new ArrayList<>())
                        .add(field(r)));
        return fields;
    }

    private static Field field(org.jooq.Record r) {
        var type = FieldType.valueOf(r.get("type", String.class));
        var code = r.get("code", String.class);
        var slot = r.get("slot", String.class);
        var traits = EnumSet.noneOf(Field.Trait.class);
        if (Boolean.TRUE.equals(r.get("required", Boolean.class))) {
            traits.add(Field.Trait.REQUIRED);
        }
        if (slot != null) {
            traits.add(Field.Trait.SORTABLE);
        }
        return new Field(
                "custom." + code,
                type,
                new Storage.Custom(code, slot),
                Map.of("fr", r.get("label_fr", String.class), "en", r.get("label_en", String.class)),
                r.get("section", String.class),
                ChoiceLines.parse(r.get("choices", String.class)),
                r.get("target", String.class),
                traits);
    }
}
