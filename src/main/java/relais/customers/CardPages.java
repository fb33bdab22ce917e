package relais.customers;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.forms.FieldView;
import relais.records.forms.FormPage;
import relais.records.forms.SectionView;

/** What the card and its parts show. */
final class CardPages {
    private CardPages() {}

    /** The whole card of today. */
    public record Card(
            Heading heading,
            List<SectionView> sections,
            Content thread,
            List<CustomerPanel> panels,
            Slider slider,
            boolean removable,
            boolean merged) {
        /** Whether it may become one with another: it changes, and the other one goes. */
        public boolean mergeable() {
            return removable && Actor.current().may(CustomerDescription.NAME, Action.UPDATE);
        }

        /** Whether any of it may be written. */
        public boolean editable() {
            return sections.stream().anyMatch(SectionView::editable);
        }

        public UUID id() {
            return heading.id();
        }
    }

    /** Who it is and how to reach them. */
    public record Heading(
            UUID id,
            String title,
            String initials,
            String hue,
            boolean organisation,
            String tier,
            String tierLabel,
            String line,
            List<Reach> phones,
            List<Reach> emails) {}

    /** A way to reach them: where the link leads, what it shows, what it is called. */
    public record Reach(String href, String text, String label) {}

    /** The card as it was known at the end of a day. */
    public record Past(
            Heading heading,
            String tierToday,
            LocalDate day,
            String known,
            int changed,
            int added,
            boolean compared,
            List<Facts> sections,
            Content thread,
            List<CustomerPanel> panels,
            Slider slider) {
        /** Whether the state may be taken away as a file. */
        public boolean exportable() {
            return Actor.current().may(CustomerDescription.NAME, Action.EXPORT);
        }

        public UUID id() {
            return heading.id();
        }
    }

    /** A section of the past card. */
    public record Facts(String name, String label, List<Fact> facts) {}

    /** One field as it was, and what it is today when that differs. */
    public record Fact(FieldView then, @Nullable FieldView today) {
        public boolean changed() {
            return today != null;
        }
    }

    /** The card before Relais knew the customer. */
    public record Unknown(UUID id, String title, LocalDate day, LocalDate since, Slider slider) {}

    /** The time slider: from its first day to today, and where it stands. */
    public record Slider(UUID id, LocalDate first, LocalDate today, LocalDate at) {
        public long days() {
            return ChronoUnit.DAYS.between(first, today);
        }

        public long position() {
            return ChronoUnit.DAYS.between(first, at);
        }

        public boolean past() {
            return at.isBefore(today);
        }
    }

    /** The bars over the slider. */
    public record Histogram(Slider slider, List<Bar> bars, List<Year> years) {}

    /** One month. */
    public record Bar(String x, String y, String width, String height, String kind) {}

    /** Where a year begins. */
    public record Year(String x, int year) {}

    /**
     * The form of a new customer: little is asked at once, everything else is behind one click.
     *
     * @param duplicates customers who made the form come back for a second look
     */
    public record NewCustomer(FormPage form, List<Duplicate> duplicates) {
        private static final Set<String> QUICK = Set.of("name", "givenName", "familyName", "phones", "emails");

        public FieldView kind() {
            return form.field("kind");
        }

        /** What is asked at once. */
        public List<FieldView> quick() {
            return form.fields().stream().filter(f -> QUICK.contains(f.name())).toList();
        }

        /** The rest, by sections. */
        public List<SectionView> more() {
            return form.sections().stream()
                    .map(s -> new SectionView(s.name(), s.label(), rest(s)))
                    .filter(s -> !s.fields().isEmpty())
                    .toList();
        }

        private static List<FieldView> rest(SectionView section) {
            return section.fields().stream()
                    .filter(f -> !QUICK.contains(f.name()) && !f.name().equals("kind"))
                    .toList();
        }

        /** Whether something behind the click was refused. */
        public boolean opened() {
            return form.refusedBeyond(QUICK);
        }
    }
}
