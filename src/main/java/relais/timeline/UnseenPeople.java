package relais.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;

/** The people of an organisation whom the actor may not see: what happened with them is left out of its thread. */
@Component
class UnseenPeople {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;

    UnseenPeople(DSLContext sql, ObjectTypes types, Visibility visibility) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
    }

    /** Adds the condition on entries of the customer's thread, under the name {@code e}; what is private is left out too. */
    String leftOut(UUID customer, List<Object> binds) {
        var kept = PersonalNotes.entries(binds);
        var unseen = of(customer);
        if (unseen.isEmpty()) {
            return kept;
        }
        binds.add(Tenancy.id());
        binds.add(unseen.toArray(UUID[]::new));
        return kept
                + " AND NOT EXISTS (SELECT 1 FROM timeline.note u WHERE u.tenant_id = ? AND u.tenant_id = e.tenant_id"
                + " AND u.id = e.entry_id AND u.customer_id = ANY(?))";
    }

    private Set<UUID> of(UUID customer) {
        var type = types.of(CustomerDescription.NAME);
        if (visibility.whole(type)) {
            return Set.of();
        }
        var people = new HashSet<UUID>();
        Reading.each(
                sql,
                "SELECT DISTINCT a.person_id FROM customers.api_affiliation a WHERE a.tenant_id = ?"
                        + " AND a.organisation_id = ?",
                List.of(Tenancy.id(), customer),
                row -> people.add(row.getObject(1, UUID.class)));
        people.removeAll(visibility.among(type, people));
        return people;
    }
}
