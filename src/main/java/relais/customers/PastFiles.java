package relais.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Records;
import relais.records.forms.FieldView;
import relais.records.forms.FieldViews;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** A customer as it was known at the end of a day, as a file: its fields, whom it belonged with, what had happened. */
@Component
class PastFiles {
    /** Older entries than these are left out, and the file says so. */
    private static final int ENTRIES = 10_000;

    private final Records records;
    private final FieldViews fields;
    private final AffiliationQueries affiliations;
    private final List<CustomerThread> threads;

    PastFiles(Records records, FieldViews fields, AffiliationQueries affiliations, List<CustomerThread> threads) {
        this.records = records;
        this.fields = fields;
        this.affiliations = affiliations;
        this.threads = threads;
    }

    /** Empty when the customer was not known yet. */
    @Transactional(readOnly = true)
    Optional<ObjectNode> at(UUID id, LocalDate day) {
        var moment = Days.end(day);
        return records.asOf(CustomerDescription.NAME, id, moment).map(then -> file(then, moment));
    }

    private ObjectNode file(Snapshot then, Instant moment) {
        var file = Values.object();
        file.put("object", CustomerDescription.NAME);
        file.put("id", then.id().toString());
        file.put("title", then.title());
        file.put("knownAt", moment.toString());
        var told = file.putArray("fields");
        fields.sections(then).stream()
                .flatMap(s -> s.fields().stream())
                .filter(f -> !f.empty())
                .forEach(f -> told.add(field(f)));
        var belonging = file.putArray("affiliations");
        affiliations.of(then.id(), moment).forEach(a -> belonging.add(affiliation(a)));
        var happened = file.putArray("thread");
        var entries = threads.stream()
                .flatMap(t -> t.told(then.id(), moment, ENTRIES + 1).stream())
                .toList();
        entries.stream().limit(ENTRIES).forEach(e -> happened.add(entry(e)));
        file.put("complete", entries.size() <= ENTRIES);
        return file;
    }

    private static ObjectNode field(FieldView field) {
        var one = Values.object();
        one.put("name", field.name());
        one.put("label", field.label());
        one.set("value", field.value());
        one.put("text", field.text());
        return one;
    }

    private static ObjectNode affiliation(AffiliationQueries.Stored stored) {
        var one = Values.object();
        one.put("person", stored.personName());
        one.put("organisation", stored.organisationName());
        one.put("kind", stored.kind());
        one.put("role", stored.role());
        one.put("main", stored.main());
        one.put("startedOn", text(stored.startedOn()));
        one.put("endedOn", text(stored.endedOn()));
        return one;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static ObjectNode entry(CustomerThread.Told told) {
        var one = Values.object();
        one.put("at", told.at().toString());
        one.put("kind", told.kind());
        one.put("who", told.who());
        one.put("text", told.text());
        return one;
    }
}
