package relais.customers;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.forms.FieldViews;
import relais.records.merging.Verdicts;
import relais.records.types.Snapshot;
import relais.ui.Face;
import relais.ui.Formats;

/** Puts the card together, as it is today. */
@Component
class Cards {
    private final Records records;
    private final FieldViews fields;
    private final List<CustomerThread> threads;
    private final List<CustomerPanel> panels;
    private final Verdicts verdicts;

    Cards(
            Records records,
            FieldViews fields,
            List<CustomerThread> threads,
            List<CustomerPanel> panels,
            Verdicts verdicts) {
        this.verdicts = verdicts;
        this.records = records;
        this.fields = fields;
        this.threads = threads;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
    }

    Snapshot customer(UUID id) {
        return records.find(CustomerDescription.NAME, id).orElseThrow(NotFound::new);
    }

    /** Also one that went into another since: what was known of it can still be seen as of a day before. */
    Snapshot customerOrMerged(UUID id) {
        return Optional.ofNullable(
                        records.find(CustomerDescription.NAME, List.of(id)).get(id))
                .filter(c -> !c.deleted() || verdicts.merged(id).isPresent())
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    CardPages.Card today(UUID id) {
        var customer = customer(id);
        return new CardPages.Card(
                Headings.of(customer),
                fields.sections(customer),
                thread(id, null),
                panels(),
                slider(customer, Formats.today()),
                customer.type().writable() && Actor.current().may(CustomerDescription.NAME, Action.DELETE),
                !customer.text("aliases").isEmpty());
    }

    Content thread(UUID id, @Nullable Instant at) {
        var contents = threads.stream().map(t -> t.content(id, at)).toList();
        return output -> contents.forEach(c -> c.writeTo(output));
    }

    int addedSince(UUID id, Instant at) {
        return threads.stream().mapToInt(t -> t.addedSince(id, at)).sum();
    }

    List<CustomerPanel> panels() {
        return panels.stream().filter(CustomerPanel::visible).toList();
    }

    /** The slider reaches back a year at least, so that its months can be told apart. */
    static CardPages.Slider slider(Snapshot customer, LocalDate at) {
        var today = Formats.today();
        var year = today.minusMonths(11).withDayOfMonth(1);
        var earliest = Stream.of(created(customer).orElse(today), at, year)
                .min(LocalDate::compareTo)
                .orElse(today);
        return new CardPages.Slider(customer.id(), earliest, today, at.isAfter(today) ? today : at);
    }

    static Optional<LocalDate> created(Snapshot customer) {
        var at = customer.text(Snapshot.CREATED);
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.parse(at).atZone(Face.current().zone()).toLocalDate());
    }
}
