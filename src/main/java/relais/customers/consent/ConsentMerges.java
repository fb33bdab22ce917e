package relais.customers.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.HashSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.platform.tenancy.Tenancy;
import relais.records.Writing;
import relais.records.merging.MergeSequel;
import relais.records.types.Values;
import relais.ui.Words;

/** When customers are merged, a refusal wins: who declined under one name is not contacted under the other. */
@Component
class ConsentMerges implements MergeSequel {
    private final DSLContext sql;

    ConsentMerges(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void merging(Writing writing, String object, UUID survivor, List<UUID> others) {
        if (!object.equals(CustomerDescription.NAME)) {
            return;
        }
        var all = new ArrayList<>(others);
        all.add(survivor);
        for (var refused : overruled(all)) {
            var values = Values.object();
            values.put("customer", survivor.toString());
            values.put("purpose", refused.purpose());
            values.put("channel", refused.channel());
            values.put("state", ConsentDescription.REFUSED);
            values.put("source", Words.t("consent.merged"));
            writing.create(ConsentDescription.NAME, values);
        }
    }

    private record Matter(String purpose, String channel) {}

    /** What the last word of all agrees to, and the last word of one of them declined. */
    private Set<Matter> overruled(List<UUID> customers) {
        var last = new HashMap<Matter, Boolean>();
        Map<String, Boolean> each = new HashMap<>();
        sql.resultQuery("""
                        SELECT s.customer_id, s.purpose, s.channel, s.state FROM customers.consent s
                        WHERE s.tenant_id = ? AND s.customer_id = ANY(?) AND s.deleted_at IS NULL
                        ORDER BY s.stated_at DESC, s.id DESC""", Tenancy.id(), customers.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> {
                    var matter = new Matter(r.get(1, String.class), r.get(2, String.class));
                    boolean given = ConsentDescription.GIVEN.equals(r.get(3, String.class));
                    last.putIfAbsent(matter, given);
                    each.putIfAbsent(r.get(0, UUID.class) + " " + matter.purpose() + " " + matter.channel(), given);
                });
        var overruled = new HashSet<Matter>();
        last.forEach((matter, given) -> {
            boolean declined = customers.stream()
                    .anyMatch(c -> Boolean.FALSE.equals(each.get(c + " " + matter.purpose() + " " + matter.channel())));
            if (given && declined) {
                overruled.add(matter);
            }
        });
        return overruled;
    }
}
