package relais.timeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Formats;
import relais.ui.Words;

/** What the thread of a customer and its parts show. */
final class ThreadPages {
    private ThreadPages() {}

    /**
     * The whole column.
     *
     * @param at the day at which it is read, empty today
     */
    public record Column(UUID customer, boolean writable, String at, Stretch stretch) {
        public boolean past() {
            return !at.isEmpty();
        }
    }

    /**
     * A part of the thread, newest first.
     *
     * @param kind the kind shown, empty for all
     * @param query the words looked for
     * @param older the cursor of what comes before, empty at the end
     */
    public record Stretch(UUID customer, String kind, String query, String at, List<Day> days, String older) {
        public boolean empty() {
            return days.isEmpty();
        }

        /** The chips above it, not counted yet. */
        public Chips chips() {
            return ThreadChips.plain(this);
        }

        public boolean filtered() {
            return !kind.isEmpty() || !query.isEmpty();
        }

        /** Where the next older part comes from. */
        public String olderPath() {
            return address("/thread/older", kind) + "&before=" + older;
        }

        /** Where the same thread comes from with only this kind. */
        public String path(String wanted) {
            return address("/thread", wanted);
        }

        private String address(String part, String wanted) {
            return "/customers/" + customer + part + "?kind=" + wanted + "&q="
                    + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&at=" + at;
        }
    }

    /** One day of it. */
    public record Day(@Nullable LocalDate date, String label, List<Item> items) {}

    /**
     * One happening.
     *
     * @param with the customer it was with, when it is another one than the thread's
     */
    public record Item(
            UUID id,
            String kind,
            String who,
            @Nullable Who with,
            Instant at,
            String body,
            boolean pinned,
            boolean personal,
            boolean writable,
            List<ChangedField> fields,
            @Nullable UUID operation,
            boolean undone) {
        public String icon() {
            return switch (kind) {
                case "call" -> "phone";
                case "meeting" -> "users";
                case "change" -> "pencil";
                default -> "sticky-note";
            };
        }

        /** What it was, in a word. */
        public String what() {
            return Words.t("thread.kind." + kind);
        }

        /** The text, cut into plain words and mentions. */
        public List<Mentions.Part> parts() {
            return Mentions.parts(body);
        }

        public String time() {
            return Formats.time(at);
        }
    }

    /** Another customer. */
    public record Who(UUID id, String name) {}

    /** One field that changed: what it was and what it became. */
    public record ChangedField(String label, String before, String after) {}

    /** The filter chips with how many there are of each. */
    public record Chips(Stretch stretch, List<Chip> chips) {}

    /** One of them; the count is empty while it is not known. */
    public record Chip(String kind, String label, String count, boolean pressed) {}

    /** A note in its form. */
    public record Draft(
            UUID customer,
            @Nullable UUID note,
            int version,
            String kind,
            String body,
            String occurredAt,
            boolean personal,
            @Nullable String error) {
        public String id() {
            return note == null ? "composer" : "note-" + note;
        }
    }

    /** The pinned notes beside the thread. */
    public record Pinned(UUID customer, String at, List<Item> notes) {
        public boolean past() {
            return !at.isEmpty();
        }
    }
}
