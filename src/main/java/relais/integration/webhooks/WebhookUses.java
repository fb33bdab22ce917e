package relais.integration.webhooks;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.FieldUses;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** Subscriptions use fields in their conditions, and the objects that they tell of. */
@Component
class WebhookUses implements FieldUses {
    private final Console console;

    WebhookUses(Console console) {
        this.console = console;
    }

    @Override
    public List<Use> of(ObjectType type, Field field) {
        return uses(w -> w.only().filter(type.name()::equals).isPresent()
                && w.criteria() != null
                && w.criteria().contains("\"" + field.name() + "\""));
    }

    @Override
    public List<Use> of(ObjectType type) {
        return uses(w -> w.objects().contains(type.name()));
    }

    private List<Use> uses(Predicate<Webhook> wanted) {
        return console.webhooks().stream()
                .filter(wanted)
                .map(w -> new Use(Words.t("webhooks.use", w.name()), WebhooksTab.PATH + "/" + w.id()))
                .toList();
    }
}
