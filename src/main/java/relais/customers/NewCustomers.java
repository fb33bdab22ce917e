package relais.customers;

import java.util.List;
import java.util.Set;
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
    private final Duplicates duplicates;

    NewCustomers(ObjectTypes types, Records records, RecordForms forms, FormPages pages, Duplicates duplicates) {
        this.types = types;
        this.records = records;
        this.forms = forms;
        this.pages = pages;
        this.duplicates = duplicates;
    }

    /** What came of a form: a customer, or the form again with what is wrong. */
    record Made(UUID id, String title, @Nullable UUID operation, CardPages.@Nullable NewCustomer refused) {
        private static final UUID NONE = new UUID(0, 0);

        static Made refused(FormPage form, List<Duplicate> duplicates) {
            return new Made(NONE, "", null, new CardPages.NewCustomer(form, duplicates));
        }
    }

    FormPage form(MultiValueMap<String, String> typed) {
        Actor.current().require(CustomerDescription.NAME, Action.CREATE);
        return pages.blank(types.of(CustomerDescription.NAME), defaults(), typed);
    }

    List<Duplicate> duplicates(MultiValueMap<String, String> typed) {
        return duplicates.of(pages.read(types.of(CustomerDescription.NAME), typed));
    }

    private static ObjectNode defaults() {
        var values = Values.object();
        values.put("kind", "person");
        return values;
    }

    /** @param seen the duplicates that whoever sends the form was shown and does not mind */
    Made create(MultiValueMap<String, String> form, Set<UUID> seen) {
        Actor.current().require(CustomerDescription.NAME, Action.CREATE);
        var type = types.of(CustomerDescription.NAME);
        var read = pages.submission(type, form);
        if (!read.good()) {
            return Made.refused(pages.again(type, defaults(), read), List.of());
        }
        var likely =
                duplicates.of(read.values()).stream().filter(Duplicate::likely).toList();
        if (likely.stream().anyMatch(d -> !seen.contains(d.id()))) {
            return Made.refused(pages.again(type, defaults(), read), likely);
        }
        var title = read.title(type);
        var saved = forms.create(type.name(), Intent.of("customer.create", title), read.values());
        return switch (saved) {
            case Saved.Done done -> new Made(done.id(), title, done.operation(), null);
            case Saved.Rejected rejected ->
                Made.refused(pages.again(type, defaults(), read.refused(rejected.problems())), List.of());
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
