package relais.customers.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Action;
import relais.identity.Actor;
import relais.ui.Option;

/** What the panel of consents shows. */
final class ConsentPages {
    private ConsentPages() {}

    /**
     * The panel beside the card.
     *
     * @param ledger every statement, the latest first
     * @param past whether it shows a day gone by
     */
    public record Panel(UUID customer, boolean writable, boolean past, List<Group> groups, List<Line> ledger) {
        /** Whether whoever looks may hand out and erase personal data. */
        public boolean handles() {
            return Actor.current().may("privacy", Action.CONFIGURE);
        }
    }

    /** One purpose with what stands for each channel. */
    public record Group(String purpose, List<State> states) {}

    /** What stands for one channel. */
    public record State(String channel, boolean given, Instant at) {}

    /** One line of the ledger. */
    public record Line(String what, boolean given, Instant at, String detail) {}

    /** The form of a new line. */
    public record Form(
            UUID customer,
            List<Option> purposes,
            List<Choice> channels,
            ConsentForm typed,
            Map<String, String> problems) {
        public @Nullable String problem(String field) {
            return problems.get(field);
        }

        public String purpose() {
            return typed.chosenPurpose();
        }

        public boolean refused() {
            return typed.isRefused();
        }

        public String date() {
            return typed.typedDate();
        }

        public String wording() {
            return typed.typedWording();
        }

        public String source() {
            return typed.typedSource();
        }

        public String proof() {
            return typed.typedProof();
        }
    }

    /** A channel to tick. */
    public record Choice(String code, String label, boolean chosen) {}
}
