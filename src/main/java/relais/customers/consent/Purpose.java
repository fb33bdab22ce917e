package relais.customers.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.ui.Words;

/** For what somebody may be written to or asked. */
public enum Purpose {
    /** Offers, newsletters, invitations. */
    MARKETING,
    /** Questions about how satisfied they are. */
    SURVEYS,
    /** Passing their data on to others, who send for themselves. */
    PARTNERS;

    /** How it is written in the ledger and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name, in the language of the page. */
    public String label() {
        return Words.t("choice.consent.purpose." + code());
    }

    /** The purpose of this code. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Purpose::code).toList();
    }
}
