package relais.customers.duplicates;

import relais.ui.Formats;
import relais.ui.Words;

/**
 * One thing that speaks for or against two customers being the same.
 *
 * @param code what was compared: {@code phone}, {@code family}
 * @param similarity from 0 to 1, where 1 says the same
 * @param bits how much more likely it is among customers that are the same, as a power of two; negative speaks against
 */
record Reason(String code, double similarity, double bits) {
    private static final double SAME = 0.9999;

    /** As people read it: "same phone", "name 0.93". */
    String words() {
        return similarity >= SAME
                ? Words.t("likeness.same." + code)
                : Words.t("likeness.near." + code, Formats.number(Math.round(similarity * 100) / 100.0));
    }
}
