package relais.customers.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Tab;

/** What the pages of personal data show. */
final class PrivacyPages {
    private PrivacyPages() {}

    /** The tab of the settings. */
    public record Index(
            List<Tab> tabs,
            List<RuleLine> rules,
            List<HoldLine> holds,
            List<Activity> activities,
            List<Erased> erased) {}

    /** One rule of retention. */
    public record RuleLine(UUID id, String name, String said, String due, boolean automatic) {
        public String href() {
            return PrivacyTab.PATH + "/retentions/" + id;
        }
    }

    /** One hold. */
    public record HoldLine(
            UUID id,
            UUID customer,
            String title,
            String reason,
            @Nullable LocalDate until) {}

    /** One processing activity. */
    public record Activity(UUID id, String name, String basis, String purpose) {
        public String href() {
            return PrivacyTab.PATH + "/processings/" + id;
        }
    }

    /** One line of the register of erasures. */
    public record Erased(Instant at, String actor, String cause, String said, UUID customer) {}

    /** The form of a rule, with whom it would erase now. */
    public record Rule(
            List<Tab> tabs,
            @Nullable UUID id,
            RetentionForm typed,
            List<Option> criteria,
            List<Option> anchors,
            Map<String, String> problems,
            List<Retentions.Due> due,
            String count) {
        public String action() {
            return id == null ? PrivacyTab.PATH + "/retentions" : PrivacyTab.PATH + "/retentions/" + id;
        }

        public @Nullable String problem(String field) {
            return problems.get(field);
        }

        public String name() {
            return typed.typedName();
        }

        public String months() {
            return typed.typedMonths();
        }

        public String anchor() {
            return typed.chosenAnchor();
        }

        public String condition() {
            return typed.chosenCriteria();
        }

        public boolean automatic() {
            return typed.isAutomatic();
        }

        /** The people whom it names, for the template. */
        public List<Named> people() {
            return due.stream().map(d -> new Named(d.id(), d.name(), d.since())).toList();
        }
    }

    /** Somebody whose time is over. */
    public record Named(UUID id, String name, Instant since) {}

    /** The form of a processing activity. */
    public record Processing(
            List<Tab> tabs, @Nullable UUID id, List<Text> texts, List<Option> bases, String basis, boolean nameless) {
        public String action() {
            return id == null ? PrivacyTab.PATH + "/processings" : PrivacyTab.PATH + "/processings/" + id;
        }
    }

    /** One field of it. */
    public record Text(String name, String label, String value, boolean line) {}

    /** One person: what is there, what erasing does, what holds it. */
    public record Show(
            UUID id,
            String title,
            List<HoldLine> holds,
            List<Line> goes,
            List<Line> stays,
            @Nullable String problem) {
        public String base() {
            return "/customers/" + id + "/privacy";
        }

        public boolean held() {
            return !holds.isEmpty();
        }
    }

    /** One sort of thing and what becomes of it. */
    public record Line(String what, String count, String why) {}

    /** The page of the archive. */
    public record Archive(String title, Instant at, List<Section> sections) {}
}
