package relais.customers.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.Snapshot;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Words;

/** Reads both directions of a customer's referrals, as far as the actor sees them. */
@Service
class Referrals {
    static final int SHOWN = 10;

    private final Records records;
    private final DSLContext sql;

    Referrals(Records records, DSLContext sql) {
        this.records = records;
        this.sql = sql;
    }

    /** The panel of today, or as it was at the end of a day. */
    @Transactional(readOnly = true)
    ReferralPages.Panel of(UUID id, @Nullable LocalDate day, @Nullable Instant moment) {
        var customer = at(id, moment).orElseThrow(NotFound::new);
        var by = customer.text("recommendedBy");
        var given = given(id, moment);
        return new ReferralPages.Panel(
                id,
                by.isEmpty() ? null : row(UUID.fromString(by), customer, moment),
                given.stream().limit(SHOWN).map(s -> row(s, s)).toList(),
                given.size() > SHOWN && day == null);
    }

    private Optional<Snapshot> at(UUID id, @Nullable Instant moment) {
        return moment == null
                ? records.find(CustomerDescription.NAME, id)
                : records.asOf(CustomerDescription.NAME, id, moment);
    }

    private ReferralPages.Row row(UUID other, Snapshot dated, @Nullable Instant moment) {
        return at(other, moment)
                .map(o -> row(o, dated))
                .orElseGet(() ->
                        new ReferralPages.Row(other, false, Words.t("referrals.unseen"), "", "", false, date(dated)));
    }

    private static ReferralPages.Row row(Snapshot shown, Snapshot dated) {
        return new ReferralPages.Row(
                shown.id(),
                true,
                shown.title(),
                Avatars.initials(shown.title()),
                Avatars.hue(shown.id()),
                !shown.text("kind").equals("person"),
                date(dated));
    }

    private static String date(Snapshot dated) {
        var on = dated.text("recommendedOn");
        return on.isEmpty() ? "" : Words.t("referrals.on", Formats.date(LocalDate.parse(on)));
    }

    /** Whom this customer recommended, the latest first; one more than is shown. */
    private List<Snapshot> given(UUID id, @Nullable Instant moment) {
        var ids = sql.resultQuery(
                        "SELECT c.id FROM customers.customer c WHERE c.tenant_id = ? AND c.recommended_by = ? AND"
                                + " c.deleted_at IS NULL ORDER BY c.recommended_on DESC NULLS LAST, c.id DESC LIMIT 100",
                        Tenancy.id(),
                        id)
                .fetch(0, UUID.class);
        var found = new ArrayList<Snapshot>();
        if (moment == null) {
            found.addAll(records.find(CustomerDescription.NAME, ids).values());
        } else {
            ids.forEach(i -> at(i, moment).ifPresent(found::add));
        }
        found.removeIf(s -> !s.text("recommendedBy").equals(id.toString()));
        found.sort(Comparator.comparing((Snapshot s) -> s.text("recommendedOn")).reversed());
        return found;
    }
}
