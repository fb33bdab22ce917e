package relais.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Words;

/** Beside the card: an organisation's people and subsidiaries, a person's organisations. */
@Component
class AffiliationPanel implements CustomerPanel {
    private final AffiliationQueries queries;
    private final Cards cards;

    AffiliationPanel(AffiliationQueries queries, @Lazy Cards cards) {
        this.queries = queries;
        this.cards = cards;
    }

    @Override
    public String id() {
        return "affiliations";
    }

    @Override
    public String title() {
        return Words.t("affiliations.both");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String url(UUID customer) {
        return "/customers/" + customer + "/affiliations";
    }

    @Transactional(readOnly = true)
    AffiliationPages.Panel show(UUID id, @Nullable LocalDate day) {
        var customer = cards.customer(id);
        var all = day == null ? queries.of(id) : queries.of(id, Days.end(day));
        var today = day == null ? Formats.today() : day;
        var groups = new ArrayList<AffiliationPages.Group>();
        add(
                groups,
                "people",
                all,
                today,
                true,
                a -> a.organisation().equals(id) && a.kind().equals("employment"));
        add(
                groups,
                "members",
                all,
                today,
                true,
                a -> a.organisation().equals(id) && a.kind().equals("membership"));
        add(
                groups,
                "organisations",
                all,
                today,
                false,
                a -> a.person().equals(id) && !a.kind().equals("subsidiary"));
        add(
                groups,
                "subsidiaries",
                all,
                today,
                true,
                a -> a.organisation().equals(id) && a.kind().equals("subsidiary"));
        add(
                groups,
                "parents",
                all,
                today,
                false,
                a -> a.person().equals(id) && a.kind().equals("subsidiary"));
        boolean writable = day == null && Actor.current().may(AffiliationDescription.NAME, Action.CREATE);
        return new AffiliationPages.Panel(
                id, customer.text("kind").equals("person"), writable, day == null ? "" : day.toString(), groups);
    }

    private static void add(
            List<AffiliationPages.Group> groups,
            String label,
            List<AffiliationQueries.Stored> all,
            LocalDate today,
            boolean people,
            Predicate<AffiliationQueries.Stored> wanted) {
        var rows = all.stream().filter(wanted).map(a -> row(a, people, today)).toList();
        if (!rows.isEmpty()) {
            groups.add(new AffiliationPages.Group(Words.t("affiliations." + label), rows));
        }
    }

    private static AffiliationPages.Row row(AffiliationQueries.Stored a, boolean people, LocalDate today) {
        var other = people ? a.person() : a.organisation();
        var known = people ? a.personName() : a.organisationName();
        var name = known.isEmpty() ? Words.t("affiliations.unseen") : known;
        return new AffiliationPages.Row(
                a.id(),
                other,
                !known.isEmpty(),
                name,
                Avatars.initials(name),
                Avatars.hue(other),
                !people || a.kind().equals("subsidiary"),
                a.role(),
                a.main(),
                dates(a),
                a.ended(today));
    }

    private static String dates(AffiliationQueries.Stored a) {
        var from = a.startedOn();
        var until = a.endedOn();
        if (from != null && until != null) {
            return Words.t("affiliations.between", from, until);
        }
        if (until != null) {
            return Words.t("affiliations.until", until);
        }
        return from == null ? "" : Words.t("affiliations.since", from);
    }
}
