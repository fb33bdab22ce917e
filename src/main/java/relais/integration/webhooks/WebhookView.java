package relais.integration.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.identity.SettingsTabs;
import relais.platform.web.NotFound;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaSentences;
import relais.records.lists.SavedViews;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** Puts the pages of webhooks together. */
@Component
class WebhookView {
    private static final int PAGE = 50;

    private final Webhooks webhooks;
    private final Console console;
    private final ObjectTypes types;
    private final Directory directory;
    private final SavedViews views;
    private final CriteriaSentences sentences;
    private final DeliveryView deliveries;
    private final SettingsTabs tabs;

    WebhookView(
            Webhooks webhooks,
            Console console,
            ObjectTypes types,
            Directory directory,
            SavedViews views,
            CriteriaSentences sentences,
            DeliveryView deliveries,
            SettingsTabs tabs) {
        this.webhooks = webhooks;
        this.console = console;
        this.types = types;
        this.directory = directory;
        this.views = views;
        this.sentences = sentences;
        this.deliveries = deliveries;
        this.tabs = tabs;
    }

    @Transactional(readOnly = true)
    public WebhookPages.Index index() {
        var health = console.health();
        var rows = webhooks.all().stream()
                .map(w -> row(w, health.getOrDefault(w.id(), Console.Health.GOOD)))
                .toList();
        return new WebhookPages.Index(shown(), rows);
    }

    private List<Tab> shown() {
        return tabs.shown(WebhooksTab.ID);
    }

    private WebhookPages.Row row(Webhook webhook, Console.Health health) {
        var objects = webhook.objects().isEmpty()
                ? Words.t("webhooks.objects.all")
                : String.join(", ", webhook.objects().stream().map(this::many).toList());
        var kinds = String.join(
                ", ",
                webhook.kinds().stream().map(k -> Words.t("webhooks.kind." + k)).toList());
        return new WebhookPages.Row(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                objects + " · " + kinds,
                WebhookPages.State.of(webhook.paused(), health));
    }

    private String many(String object) {
        return types.find(object).map(Labels::objects).orElse(object);
    }

    WebhookPages.Edit edit(@Nullable UUID id, WebhookForm form, Map<String, String> problems) {
        var objects = open().map(t -> new WebhookPages.Choice(
                        t.name(), Labels.objects(t), form.chosenObjects().contains(t.name())))
                .toList();
        var kinds = EventKind.CHOICES.stream()
                .map(k -> new WebhookPages.Choice(
                        k.code(),
                        Words.t("webhooks.kind." + k.code()),
                        form.chosenKinds().contains(k.code())))
                .toList();
        var owners = directory.activeUsers().stream()
                .map(u -> new Option(u.id().toString(), u.name()))
                .toList();
        return new WebhookPages.Edit(shown(), id, form, objects, kinds, criteria(id), owners, problems);
    }

    private Stream<ObjectType> open() {
        return types.all().stream().filter(t -> types.description(t).open());
    }

    private List<Option> criteria(@Nullable UUID id) {
        var options = new ArrayList<Option>();
        Optional.ofNullable(id)
                .map(webhooks::one)
                .map(this::condition)
                .filter(c -> !c.isEmpty())
                .ifPresent(c -> options.add(new Option(WebhookForm.KEPT, c)));
        open().filter(ObjectType::listed)
                .forEach(t -> views.of(t).stream()
                        .filter(v -> v.id() != null)
                        .forEach(v -> options.add(new Option(
                                t.name() + " " + v.key(),
                                Words.t("webhooks.criteria.view", Labels.objects(t), v.name())))));
        return options;
    }

    /** The conditions that the form means; null for none. */
    @Nullable
    String conditions(@Nullable UUID id, String chosen) {
        if (chosen.equals(WebhookForm.KEPT)) {
            return id == null ? null : webhooks.one(id).criteria();
        }
        var parts = chosen.split(" ");
        return parts.length == 2
                ? types.open(parts[0])
                        .flatMap(t -> views.find(t, parts[1]))
                        .map(v -> CriteriaJson.text(v.criterion()))
                        .orElse(null)
                : null;
    }

    private String condition(Webhook webhook) {
        return webhook.criteria() == null
                ? ""
                : webhook.only()
                        .flatMap(types::find)
                        .map(t -> sentences.of(t, CriteriaJson.parse(webhook.criteria())))
                        .orElse("");
    }

    @Transactional(readOnly = true)
    public WebhookPages.Show show(UUID id, String state, @Nullable UUID before, @Nullable String secret) {
        var webhook = webhooks.one(id);
        var health = console.health(id);
        var row = row(webhook, health);
        var counts = console.counts(id);
        var lines = console.lines(id, state, before, PAGE + 1);
        var older = lines.size() > PAGE ? lines.get(PAGE - 1).delivery().id() : null;
        return new WebhookPages.Show(
                shown(),
                row,
                directory.name(webhook.owner()).orElse(""),
                condition(webhook),
                secret,
                health.why(),
                health.failingSince(),
                health.formerUntil(),
                deliveries.filters(row, state, counts),
                lines.stream().limit(PAGE).map(l -> deliveries.line(row, l)).toList(),
                older == null ? null : row.href() + "?state=" + state + "&before=" + older,
                counts.getOrDefault(Delivery.FAILED, 0) > 0);
    }

    @Transactional(readOnly = true)
    public WebhookPages.One one(UUID id, UUID delivery) {
        var webhook = webhooks.one(id);
        var row = row(webhook, console.health(id));
        var found = console.delivery(id, delivery).orElseThrow(NotFound::new);
        var tries = console.attempts(delivery);
        var line = deliveries.line(row, new Console.Line(found, tries.isEmpty() ? null : tries.getFirst()));
        return new WebhookPages.One(
                shown(), row, line, tries.stream().map(deliveries::tried).toList(), deliveries.body(webhook, found));
    }
}
