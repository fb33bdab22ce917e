package relais.customers.referrals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Values;

/** What the panel of referrals shows. */
final class ReferralPages {
    private ReferralPages() {}

    /**
     * Both directions.
     *
     * @param by who recommended this customer, null when nobody is known to have
     * @param more whether the list holds more than is shown here
     */
    public record Panel(UUID customer, @Nullable Row by, List<Row> given, boolean more) {
        public boolean empty() {
            return by == null && given.isEmpty();
        }

        /** The list of all whom this customer recommended. */
        public String list() {
            var test = new Criterion.Test("recommendedBy", Operator.IS, List.of(Values.text(customer.toString())));
            return "/customers?filter=" + URLEncoder.encode(CriteriaJson.text(test), StandardCharsets.UTF_8);
        }
    }

    /** A customer at the other end. */
    public record Row(
            UUID id, boolean seen, String name, String initials, String hue, boolean organisation, String date) {}
}
