package relais.customers.privacy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule of retention as it was typed.
 *
 * @param criteria the key of a view whose conditions are wanted, {@code kept} for those that are there, empty for none
 */
record RetentionForm(
        @Nullable String name,
        @Nullable String criteria,
        @Nullable String anchor,
        @Nullable String months,
        @Nullable String automatic) {
    static final String KEPT = "kept";
    static final RetentionForm FRESH = new RetentionForm("", "", Retentions.CONTACT, "36", null);
    private static final int MOST_MONTHS = 1_200;

    static RetentionForm of(Retentions.Rule rule) {
        return new RetentionForm(
                rule.name(),
                rule.criteria() == null ? "" : KEPT,
                rule.anchor(),
                String.valueOf(rule.months()),
                rule.automatic() ? "true" : null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    String typedName() {
        return text(name);
    }

    String typedMonths() {
        return text(months);
    }

    String chosenAnchor() {
        return Retentions.CREATION.equals(anchor) ? Retentions.CREATION : Retentions.CONTACT;
    }

    String chosenCriteria() {
        return text(criteria);
    }

    boolean isAutomatic() {
        return "true".equals(automatic);
    }

    Map<String, String> problems() {
        var problems = new HashMap<String, String>();
        if (typedName().isEmpty() || typedName().length() > 80) {
            problems.put("name", Words.t("privacy.rule.name.wrong"));
        }
        if (!typedMonths().matches("\\d{1,4}") || number() < 1 || number() > MOST_MONTHS) {
            problems.put("months", Words.t("privacy.rule.months.wrong", MOST_MONTHS));
        }
        return problems;
    }

    private int number() {
        return Integer.parseInt(typedMonths());
    }

    ObjectNode values(@Nullable String conditions) {
        var values = Values.object();
        values.put("name", typedName());
        values.put("criteria", conditions);
        values.put("anchor", chosenAnchor());
        values.put("months", number());
        values.put("automatic", isAutomatic());
        return values;
    }
}
