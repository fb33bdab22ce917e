package relais.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.forms.FormPage;
import relais.records.forms.FormPages;
import relais.records.forms.RecordForms;
import relais.records.forms.Saved;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Makes customers from their short form, and puts them into the trash. */
@Service
class NewCustomers {
    private final ObjectTypes types;
    private final Records records;
    private final RecordForms forms;
    private final FormPages pages;

    NewCustomers(ObjectTypes types, Records records, RecordForms forms, FormPages pages) {
        this.types = types;
        this.records = records;
        this.forms = forms;
        this.pages = pages;
    }

    /** What came of a form: a customer, or the form again with what is wrong. */
    record Made(
            UUID id,
            String title,
            @Nullable UUID operation,
            @Nullable FormPage refused) {
        private static final UUID NONE = new UUID(0, 0);
    }

    FormPage form(MultiValueMap<String, String> typed) {
        Actor.current().require(CustomerDescription.NAME, Action.CREATE);
        return pages.blank(types.of(CustomerDescription.NAME), defaults(), typed);
    }

    ObjectNode read(MultiValueMap<String, String> typed) {
        return pages.read(types.of(CustomerDescription.NAME), typed);
    }

    private static ObjectNode defaults() {
        var values = Values.object();
        values.put("kind", "person");
        return values;
    }

    Made create(MultiValueMap<String, String> form) {
        Actor.current().require(CustomerDescription.NAME, Action.CREATE);
        var type = types.of(CustomerDescription.NAME);
        var read = pages.submission(type, form);
        if (!read.good()) {
            return new Made(Made.NONE, "", null, pages.again(type, defaults(), read));
        }
        var title = read.title(type);
        var saved = forms.create(type.name(), Intent.of("customer.create", title), read.values());
        return switch (saved) {
            case Saved.Done done -> new Made(done.id(), title, done.operation(), null);
            case Saved.Rejected rejected ->
                new Made(Made.NONE, "", null, pages.again(type, defaults(), read.refused(rejected.problems())));
            case Saved.Clash clash -> throw new IllegalStateException("A new customer can't clash");
            case Saved.Gone gone -> throw new IllegalStateException("A new customer can't be gone");
        };
    }

    Made delete(UUID id) {
        var customer = records.find(CustomerDescription.NAME, id).orElseThrow(NotFound::new);
        var intent = Intent.of("customer.delete", customer.title());
        var done = records.write(intent, w -> w.delete(CustomerDescription.NAME, id, null));
        if (done.result() instanceof Outcome.Rejected) {
            throw new Refused("customer.delete");
        }
        return new Made(id, customer.title(), done.operation(), null);
    }
}
