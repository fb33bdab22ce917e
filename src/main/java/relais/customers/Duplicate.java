package relais.customers;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import relais.ui.Words;

/** A customer already known who may be the one that is about to be made. */
public record Duplicate(UUID id, String name, String kind, List<Reason> reasons) {
    /** Why it may be the same; the strongest first. */
    public enum Reason {
        REFERENCE,
        EMAIL,
        PHONE,
        /** The same name at the same postcode. */
        NAME_POSTCODE,
        /** A name that differs by a slip or a word, at the same postcode. */
        LIKE_POSTCODE,
        /** The same name only: said, but no reason to stop anybody. */
        NAME;

        /** The name under which pages and the API speak of it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final UUID NONE = new UUID(0, 0);

    /** Some customer whom the actor may not see: neither who nor where. */
    static Duplicate unseen(List<Reason> reasons) {
        return new Duplicate(NONE, Words.t("customer.duplicate.unseen"), "", reasons);
    }

    /** Whether the customer is out of the actor's reach. */
    public boolean hidden() {
        return id.equals(NONE);
    }

    /** Whether making another one wants a second look. */
    public boolean likely() {
        return reasons.getFirst() != Reason.NAME;
    }

    /** The reasons as people read them: "same phone number, same name and postcode". */
    public String words() {
        return reasons.stream()
                .map(r -> Words.t("customer.duplicate." + r.code()))
                .collect(Collectors.joining(", "));
    }
}
