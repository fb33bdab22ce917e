package relais.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.Records;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Visibility;

/** Reads who belongs to whom. */
@Repository
class AffiliationQueries {
    private static final int MANY = 100;

    private final DSLContext sql;
    private final Records records;
    private final ReferenceNames names;
    private final ObjectTypes types;
    private final Visibility visibility;

    AffiliationQueries(
            DSLContext sql, Records records, ReferenceNames names, ObjectTypes types, Visibility visibility) {
        this.sql = sql;
        this.records = records;
        this.names = names;
        this.types = types;
        this.visibility = visibility;
    }

    /** One affiliation with the names of both ends; an end out of the actor's reach has none. */
    record Stored(
            UUID id,
            UUID person,
            UUID organisation,
            String kind,
            String role,
            boolean main,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String personName,
            String organisationName) {
        Stored hiding(Set<UUID> seen) {
            return new Stored(
                    id,
                    person,
                    organisation,
                    kind,
                    role,
                    main,
                    startedOn,
                    endedOn,
                    seen.contains(person) ? personName : "",
                    seen.contains(organisation) ? organisationName : "");
        }

        boolean ended(LocalDate today) {
            return endedOn != null && endedOn.isBefore(today);
        }
    }

    /** Today's affiliations of this customer, from both ends; current ones first, the main contact before the others. */
    List<Stored> of(UUID customer) {
        var found = new ArrayList<Stored>();
        for (var end : List.of("person_id", "organisation_id")) {
            sql.resultQuery(
                            "SELECT a.id, a.person_id, a.organisation_id, a.kind, coalesce(a.role, ''), coalesce(a.main, false),"
                                    + " a.started_on, a.ended_on, coalesce(p.name, p.reference, ''), coalesce(o.name, o.reference,"
                                    + " '') FROM customers.affiliation a JOIN customers.customer p ON p.tenant_id = a.tenant_id"
                                    + " AND p.id = a.person_id JOIN customers.customer o ON o.tenant_id = a.tenant_id AND o.id ="
                                    + " a.organisation_id WHERE a.tenant_id = ? AND p.tenant_id = ? AND o.tenant_id = ? AND a."
                                    + end
                                    + " = ? AND a.deleted_at IS NULL AND p.deleted_at IS NULL AND o.deleted_at IS NULL"
                                    + " ORDER BY a.ended_on NULLS FIRST, a.main NULLS LAST, a.id LIMIT ?",
                            Tenancy.id(),
                            Tenancy.id(),
                            Tenancy.id(),
                            customer,
                            MANY)
                    .fetch(AffiliationQueries::stored)
                    .forEach(found::add);
        }
        return sorted(named(found));
    }

    private static Stored stored(org.jooq.Record r) {
        return new Stored(
                r.get(0, UUID.class),
                r.get(1, UUID.class),
                r.get(2, UUID.class),
                r.get(3, String.class),
                r.get(4, String.class),
                r.get(5, Boolean.class),
                r.get(6, LocalDate.class),
                r.get(7, LocalDate.class),
                r.get(8, String.class),
                r.get(9, String.class));
    }

    /** The affiliations as they were known at a moment, those detached since included. */
    List<Stored> of(UUID customer, Instant moment) {
        var ids = sql.resultQuery(
                        "SELECT a.id FROM customers.affiliation a WHERE a.tenant_id = ? AND (a.person_id = ? OR"
                                + " a.organisation_id = ?) LIMIT ?",
                        Tenancy.id(),
                        customer,
                        customer,
                        MANY)
                .fetch(0, UUID.class);
        var then = ids.stream()
                .flatMap(id -> records.asOf(AffiliationDescription.NAME, id, moment).stream())
                .toList();
        var ends = then.isEmpty()
                ? Map.<UUID, String>of()
                : names.of(then.getFirst().type(), then);
        return sorted(named(then.stream()
                .map(s ->
                        stored(s, ends.getOrDefault(id(s, "person"), ""), ends.getOrDefault(id(s, "organisation"), "")))
                .toList()));
    }

    private static Stored stored(Snapshot s, String person, String organisation) {
        return new Stored(
                s.id(),
                id(s, "person"),
                id(s, "organisation"),
                s.text("kind"),
                s.text("role"),
                s.value("main").asBoolean(false),
                date(s, "startedOn"),
                date(s, "endedOn"),
                person,
                organisation);
    }

    private static UUID id(Snapshot s, String field) {
        return UUID.fromString(s.text(field));
    }

    private static @Nullable LocalDate date(Snapshot s, String field) {
        return s.text(field).isEmpty() ? null : LocalDate.parse(s.text(field));
    }

    /** The other end's name stays hidden where it is out of reach. */
    private List<Stored> named(List<Stored> all) {
        var ends = new HashSet<UUID>();
        all.forEach(s -> ends.addAll(List.of(s.person(), s.organisation())));
        var seen = visibility.among(types.of(CustomerDescription.NAME), ends);
        return all.stream().map(s -> s.hiding(seen)).toList();
    }

    private static List<Stored> sorted(List<Stored> all) {
        return all.stream()
                .sorted(Comparator.comparing((Stored s) -> s.endedOn() != null)
                        .thenComparing(s -> !s.main())
                        .thenComparing(s -> Fold.key(s.personName() + s.organisationName())))
                .toList();
    }
}
