package relais.customers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Records;
import relais.records.forms.FieldView;
import relais.records.forms.FieldViews;
import relais.records.forms.SectionView;
import relais.records.types.Snapshot;
import relais.ui.Formats;

/** Puts the card together as it was known at the end of a day: read-only, what changed since is marked. */
@Component
class PastCards {
    private final Records records;
    private final Cards cards;
    private final FieldViews fields;

    PastCards(Records records, Cards cards, FieldViews fields) {
        this.records = records;
        this.cards = cards;
        this.fields = fields;
    }

    /** Empty when the customer was not known yet. */
    @Transactional(readOnly = true)
    Optional<CardPages.Past> at(UUID id, LocalDate day, boolean compared) {
        var today = cards.customerOrMerged(id);
        return records.asOf(CustomerDescription.NAME, id, Days.end(day)).map(then -> past(then, today, day, compared));
    }

    CardPages.Unknown unknown(UUID id, LocalDate day) {
        var customer = cards.customer(id);
        return new CardPages.Unknown(
                id, customer.title(), day, Cards.created(customer).orElse(day), Cards.slider(customer, day));
    }

    private CardPages.Past past(Snapshot then, Snapshot today, LocalDate day, boolean compared) {
        var sections = facts(fields.sections(then), fields.sections(today));
        var changed = sections.stream()
                .flatMap(s -> s.facts().stream())
                .filter(CardPages.Fact::changed)
                .count();
        var tier = Headings.tier(today);
        return new CardPages.Past(
                Headings.of(then),
                tier.equals(Headings.tier(then)) ? "" : tier,
                day,
                Formats.longDate(day),
                (int) changed,
                cards.addedSince(then.id(), Days.end(day)),
                compared,
                sections,
                cards.thread(then.id(), Days.end(day)),
                cards.panels(),
                Cards.slider(today, day));
    }

    /** What is kept for people is told by the words a reader would see: two values that read alike did not change. */
    private static List<CardPages.Facts> facts(List<SectionView> then, List<SectionView> today) {
        Map<String, FieldView> now = new HashMap<>();
        today.forEach(s -> s.fields().forEach(f -> now.put(f.name(), f)));
        return then.stream()
                .map(s -> new CardPages.Facts(
                        s.name(),
                        s.label(),
                        s.fields().stream()
                                .filter(f -> f.field().writable())
                                .map(f -> fact(f, now.get(f.name())))
                                .toList()))
                .toList();
    }

    private static CardPages.Fact fact(FieldView then, @Nullable FieldView now) {
        boolean same = now == null || now.text().equals(then.text());
        return new CardPages.Fact(then.readOnly(), same || now == null ? null : now.readOnly());
    }
}
