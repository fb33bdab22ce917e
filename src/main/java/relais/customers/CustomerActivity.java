package relais.customers;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/** Slot: how much happened with a customer, month by month, for the time slider. */
public interface CustomerActivity {
    /** The number of happenings in each month that had any. */
    Map<YearMonth, Integer> months(UUID customer);
}
