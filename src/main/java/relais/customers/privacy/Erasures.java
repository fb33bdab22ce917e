package relais.customers.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Attached;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.merging.Verdicts;
import relais.records.seal.Erasure;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Words;

/** Erases what is known of a person, everywhere and for good; the register keeps that it was done, and nothing else. */
@Service
public class Erasures {
    /** The intent of the operation, which can't be taken back. */
    static final String INTENT = "privacy.erase";

    private final DSLContext sql;
    private final Records records;
    private final ObjectTypes types;
    private final Dossier dossier;
    private final Attachments attachments;
    private final Verdicts verdicts;
    private final Holds holds;
    private final Erasure log;
    private final List<PersonalPart> parts;
    private final Clock clock;

    Erasures(
            DSLContext sql,
            Records records,
            ObjectTypes types,
            Dossier dossier,
            Attachments attachments,
            Verdicts verdicts,
            Holds holds,
            Erasure log,
            List<PersonalPart> parts,
            Clock clock) {
        this.sql = sql;
        this.records = records;
        this.types = types;
        this.dossier = dossier;
        this.attachments = attachments;
        this.verdicts = verdicts;
        this.holds = holds;
        this.log = log;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PersonalPart::order))
                .toList();
        this.clock = clock;
    }

    /** The person behind this customer, in the trash or not. */
    @Transactional(readOnly = true)
    public Person person(UUID customer) {
        Privacy.require();
        return records.find(CustomerDescription.NAME, List.of(customer)).values().stream()
                .findFirst()
                .map(r -> Person.of(r, records.changes(CustomerDescription.NAME, customer, 10_000)))
                .orElseThrow(NotFound::new);
    }

    /** What erasing would do, sort by sort. */
    @Transactional(readOnly = true)
    public List<Fate> preview(Person person) {
        var fates = new ArrayList<Fate>();
        fates.add(Fate.goes(Labels.object(types.of(CustomerDescription.NAME)), 1, Words.t("privacy.fate.record")));
        for (var group : dossier.groups(person)) {
            fates.add(
                    group.hang()
                            ? Fate.goes(
                                    Labels.objects(group.type()),
                                    group.records().size(),
                                    Words.t("privacy.fate.hanging"))
                            : Fate.stays(
                                    Labels.objects(group.type()),
                                    group.records().size(),
                                    Words.t("privacy.fate.unlinked")));
        }
        int merged = people(person.id()).size() - 1;
        if (merged > 0) {
            fates.add(Fate.goes(Words.t("privacy.fate.merged"), merged, Words.t("privacy.fate.merged.why")));
        }
        int files = attachments.of(person, dossier.groups(person)).size();
        if (files > 0) {
            fates.add(Fate.goes(Words.t("privacy.fate.files"), files, Words.t("privacy.fate.files.why")));
        }
        fates.add(Fate.goes(Words.t("privacy.fate.log"), logged(person), Words.t("privacy.fate.log.why")));
        parts.forEach(p -> fates.addAll(p.fates(person)));
        return fates;
    }

    private int logged(Person person) {
        return records.changes(CustomerDescription.NAME, person.id(), 10_000).size();
    }

    /** Erases this person, and whoever was merged into them; answers the line of the register. */
    @Transactional
    public UUID erase(UUID customer, String cause, @Nullable UUID retention) {
        var people = people(customer);
        if (people.stream().anyMatch(p -> !holds.of(p.id()).isEmpty())) {
            throw new Refused("privacy.held");
        }
        var counts = new HashMap<String, Integer>();
        var done = records.write(Intent.of(INTENT), w -> {
            people.forEach(p -> erase(p, w, counts));
            return true;
        });
        people.forEach(p -> blank(p, counts));
        return register(customer, cause, retention, done.operation(), counts);
    }

    /** The person of this customer, and those of customers that were merged into it. */
    @Transactional(readOnly = true)
    public List<Person> people(UUID customer) {
        var people = new ArrayList<Person>();
        var ids = new ArrayDeque<>(List.of(customer));
        while (!ids.isEmpty()) {
            var id = ids.poll();
            if (people.isEmpty() || there(id) && people.stream().noneMatch(p -> p.id().equals(id))) {
                people.add(person(id));
                verdicts.into(id).forEach(m -> ids.add(m.record()));
            }
        }
        return people;
    }

    private boolean there(UUID customer) {
        return !records.find(CustomerDescription.NAME, List.of(customer)).isEmpty();
    }

    private void erase(Person person, Writing writing, Map<String, Integer> counts) {
        var groups = dossier.groups(person);
        var hanging = groups.stream().filter(Attached.Group::hang).toList();
        var files = attachments.of(person, groups);
        writing.purge(types.of(CustomerDescription.NAME), List.of(person.id()));
        hanging.forEach(g -> {
            counts.merge(g.type().name(), g.records().size(), Integer::sum);
            log.blank(g.type().name(), g.records().stream().map(r -> r.id()).toList(), person.texts());
        });
        counts.merge(CustomerDescription.NAME, 1, Integer::sum);
        attachments.erase(files);
    }

    /** What was written of the person until now, their removal too, and what lies beside the records. */
    private void blank(Person person, Map<String, Integer> counts) {
        int changes = log.blank(CustomerDescription.NAME, List.of(person.id()), person.texts());
        counts.merge("changes", changes, Integer::sum);
        parts.forEach(p -> p.erase(person));
    }

    private UUID register(
            UUID customer,
            String cause,
            @Nullable UUID retention,
            @Nullable UUID operation,
            Map<String, Integer> counts) {
        var id = Ids.next();
        var json = Values.object();
        counts.forEach(json::put);
        sql.execute(
                """
                INSERT INTO customers.erasure (tenant_id, id, at, customer_id, actor_id, actor_name, cause, retention_id,
                  operation_id, counts)
                VALUES (?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, ?, CAST(? AS jsonb))""",
                Tenancy.id(),
                id,
                clock.instant(),
                customer,
                Actor.current().id(),
                Actor.current().name(),
                cause,
                retention,
                operation,
                Values.json(json));
        return id;
    }

    /**
     * One line of the register.
     *
     * @param counts how many records of each object, and how many changes of the log
     */
    public record Erased(UUID id, Instant at, UUID customer, String actor, String cause, Map<String, Integer> counts) {}

    /** The register, the latest first. */
    @Transactional(readOnly = true)
    public List<Erased> register(int most) {
        Privacy.require();
        return sql.resultQuery("""
                        SELECT e.id, e.at, e.customer_id, e.actor_name, e.cause, e.counts FROM customers.erasure e
                        WHERE e.tenant_id = ? ORDER BY e.id DESC LIMIT ?""", Tenancy.id(), most)
                .fetch(r -> new Erased(
                        r.get(0, UUID.class),
                        r.get(1, Instant.class),
                        r.get(2, UUID.class),
                        r.get(3, String.class),
                        r.get(4, String.class),
                        counts(r.get(5, JSONB.class))));
    }

    private static Map<String, Integer> counts(JSONB json) {
        var counts = new HashMap<String, Integer>();
        Values.parse(json.data())
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        return counts;
    }
}
