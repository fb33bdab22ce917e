package relais.records.formulas;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount inside a formula; it is rounded to its currency only where a field keeps it. */
record Amount(BigDecimal value, Currency currency) {
    Amount with(BigDecimal other) {
        return new Amount(other, currency);
    }
}
