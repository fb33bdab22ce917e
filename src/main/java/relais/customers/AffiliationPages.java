package relais.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.forms.FieldView;
import relais.records.forms.FormPage;
import relais.ui.Words;

/** What the panel of affiliations and its form show. */
final class AffiliationPages {
    private AffiliationPages() {}

    /**
     * The panel beside a card.
     *
     * @param person whether the card is that of a person
     * @param at the past day it is read at, empty today
     */
    public record Panel(UUID customer, boolean person, boolean writable, String at, List<Group> groups) {
        public int count() {
            return groups.stream()
                    .flatMap(g -> g.rows().stream())
                    .mapToInt(r -> r.ended() ? 0 : 1)
                    .sum();
        }
    }

    /** Affiliations of one sort. */
    public record Group(String label, List<Row> rows) {}

    /** One affiliation, seen from one of its ends. */
    public record Row(
            UUID id,
            UUID other,
            boolean seen,
            String name,
            String initials,
            String hue,
            boolean organisation,
            String role,
            boolean main,
            String dates,
            boolean ended) {
        /** The role, and whether they are the main contact. */
        public String described() {
            var mark = main ? Words.t("affiliations.main") : "";
            return role.isEmpty() || mark.isEmpty() ? role + mark : role + ", " + mark;
        }
    }

    /**
     * The form of an affiliation.
     *
     * @param affiliation null for a new one
     * @param side the field of the other end: {@code person} or {@code organisation}
     */
    public record Form(
            UUID customer,
            @Nullable UUID affiliation,
            int version,
            String side,
            FormPage page,
            @Nullable String error) {
        /** The other end, which a stored affiliation keeps. */
        public FieldView other() {
            return page.field(side);
        }

        /** Everything else. */
        public List<FieldView> fields() {
            return List.of("kind", "role", "startedOn", "endedOn", "main").stream()
                    .map(page::field)
                    .toList();
        }

        /** The field of this end. */
        public String own() {
            return side.equals("person") ? "organisation" : "person";
        }

        public String path() {
            return "/customers/" + customer + "/affiliations" + (affiliation == null ? "" : "/" + affiliation);
        }
    }
}
