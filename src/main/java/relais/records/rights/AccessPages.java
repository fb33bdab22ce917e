package relais.records.rights;

import java.util.List;
import java.util.UUID;
import relais.ui.Avatars;
import relais.ui.Option;

/** What the panel of access beside a card shows. */
final class AccessPages {
    private AccessPages() {}

    /**
     * With whom a record is shared.
     *
     * @param path where its actions go
     * @param people with whom it can be shared, empty when the visitor may not
     * @param asked about whom one can ask why they see it, empty for all but administrators
     */
    public record Panel(String path, List<Share> shares, List<Option> people, List<Option> asked) {
        public boolean sharable() {
            return !people.isEmpty();
        }
    }

    /** One share. */
    public record Share(UUID id, UUID person, String name, boolean writing) {
        public String initials() {
            return Avatars.initials(name);
        }

        public String hue() {
            return Avatars.hue(person);
        }
    }

    /** Why somebody sees the record, or that they do not. */
    public record Why(boolean sees, String verdict, String ways, List<Step> steps) {}

    /** One step of the reason. */
    public record Step(String icon, String claim, String detail, boolean rule) {}
}
