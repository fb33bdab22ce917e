package relais.records.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.forms.FormPage;
import relais.records.forms.SectionView;
import relais.ui.Words;

/** What the cards of own objects show. */
final class OwnCardPages {
    private OwnCardPages() {}

    /** What the object is called and where its list lies. */
    public record Names(String object, String plural, String one, String many, String icon) {
        public String list() {
            return "/" + plural;
        }
    }

    /** What names the record: its title and what is known of it in a line. */
    public record Heading(UUID id, String title, String hue, String icon, String line, String path) {}

    /**
     * The card.
     *
     * @param day the past day that it shows, null for today
     * @param today the last day that can be asked for
     */
    public record Card(
            Names names,
            Heading heading,
            List<SectionView> sections,
            History history,
            List<Group> related,
            boolean removable,
            @Nullable LocalDate day,
            LocalDate today) {
        public String path() {
            return heading.path();
        }

        public UUID id() {
            return heading.id();
        }

        /** Whether any of it may be written. */
        public boolean editable() {
            return day == null && sections.stream().anyMatch(SectionView::editable);
        }
    }

    /** Part of the history, and where the older part is. */
    public record History(List<Step> steps, String older) {}

    /**
     * One change.
     *
     * @param operation what can be taken back from here, else null
     */
    public record Step(
            Instant at,
            String who,
            String sentence,
            List<Changed> fields,
            @Nullable UUID operation,
            boolean undone,
            String page) {}

    /** One field before and after. */
    public record Changed(String label, String before, String after) {}

    /**
     * Records of one object that lead here by one field.
     *
     * @param make where one more is made, tied to this record already; empty for those who may not
     * @param all the list of all of them
     */
    public record Group(String label, String icon, List<Tied> rows, boolean more, String make, String all) {
        public String count() {
            return more ? rows.size() + "+" : String.valueOf(rows.size());
        }
    }

    /** One record that leads here. */
    public record Tied(String title, String href, String initials, String hue, String line) {}

    /** The panel of what leads to a record. */
    public record Panel(List<Group> groups) {}

    /** The form of a new record. */
    public record Fresh(Names names, FormPage form) {
        public String title() {
            return Words.t("card.new", names.one());
        }
    }
}
