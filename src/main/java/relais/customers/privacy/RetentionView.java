package relais.customers.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.identity.SettingsTabs;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaSentences;
import relais.records.lists.SavedViews;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;

/** Rules of retention as people read and write them. */
@Component
class RetentionView {
    private static final int COUNTED = 1_000;
    private static final int NAMED = 50;

    private final Retentions retentions;
    private final ObjectTypes types;
    private final SavedViews views;
    private final CriteriaSentences sentences;
    private final SettingsTabs tabs;

    RetentionView(
            Retentions retentions,
            ObjectTypes types,
            SavedViews views,
            CriteriaSentences sentences,
            SettingsTabs tabs) {
        this.retentions = retentions;
        this.types = types;
        this.views = views;
        this.sentences = sentences;
        this.tabs = tabs;
    }

    @Transactional(readOnly = true)
    public List<PrivacyPages.RuleLine> lines() {
        return retentions.all().stream()
                .map(r -> new PrivacyPages.RuleLine(
                        r.id(),
                        r.name(),
                        said(r),
                        count(retentions.due(r, COUNTED + 1).size()),
                        r.automatic()))
                .toList();
    }

    private String said(Retentions.Rule rule) {
        var term = Words.t("privacy.rule." + rule.anchor() + ".said", rule.months());
        return condition(rule).isEmpty() ? term : condition(rule) + " · " + term;
    }

    private String condition(Retentions.Rule rule) {
        return rule.criteria() == null ? "" : sentences.of(type(), CriteriaJson.parse(rule.criteria()));
    }

    private ObjectType type() {
        return types.of(CustomerDescription.NAME);
    }

    private static String count(int count) {
        return count > COUNTED ? Formats.number(COUNTED) + "+" : Formats.number(count);
    }

    @Transactional(readOnly = true)
    public PrivacyPages.Rule page(@Nullable UUID id, RetentionForm typed, Map<String, String> problems) {
        var due = id == null ? List.<Retentions.Due>of() : retentions.due(retentions.one(id), COUNTED + 1);
        var anchors = Stream.of(Retentions.CONTACT, Retentions.CREATION)
                .map(a -> new Option(a, Words.t("choice.retention.anchor." + a)))
                .toList();
        return new PrivacyPages.Rule(
                tabs.shown(PrivacyTab.ID),
                id,
                typed,
                criteria(id),
                anchors,
                problems,
                due.stream().limit(NAMED).toList(),
                count(due.size()));
    }

    private List<Option> criteria(@Nullable UUID id) {
        var options = new ArrayList<Option>();
        Optional.ofNullable(id)
                .map(retentions::one)
                .map(this::condition)
                .filter(c -> !c.isEmpty())
                .ifPresent(c -> options.add(new Option(RetentionForm.KEPT, c)));
        views.of(type()).stream()
                .filter(v -> v.id() != null)
                .forEach(v -> options.add(new Option(v.key(), Words.t("privacy.rule.view", v.name()))));
        return options;
    }

    /** The conditions that the form means; null for none. */
    @Nullable
    String conditions(@Nullable UUID id, String chosen) {
        if (chosen.equals(RetentionForm.KEPT)) {
            return id == null ? null : retentions.one(id).criteria();
        }
        return chosen.isEmpty()
                ? null
                : views.find(type(), chosen)
                        .map(v -> CriteriaJson.text(v.criterion()))
                        .orElse(null);
    }
}
