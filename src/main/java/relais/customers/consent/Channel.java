package relais.customers.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.ui.Words;

/** By which way somebody is reached. */
public enum Channel {
    EMAIL,
    SMS,
    PHONE,
    POST;

    /** How it is written in the ledger and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name, in the language of the page. */
    public String label() {
        return Words.t("choice.consent.channel." + code());
    }

    /** The channel of this code. */
    public static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Channel::code).toList();
    }
}
