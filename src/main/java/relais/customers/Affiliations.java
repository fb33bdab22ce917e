package relais.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.forms.FormPage;
import relais.records.forms.FormPages;
import relais.records.forms.FormVersion;
import relais.records.forms.RecordForms;
import relais.records.forms.Saved;
import relais.records.forms.Submission;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Formats;
import relais.ui.Toasts;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Links customers to each other, and takes links back. */
@Service
class Affiliations {
    private static final String NAME = AffiliationDescription.NAME;

    private final ObjectTypes types;
    private final Records records;
    private final RecordForms forms;
    private final FormPages pages;
    private final ReferenceNames names;

    Affiliations(ObjectTypes types, Records records, RecordForms forms, FormPages pages, ReferenceNames names) {
        this.types = types;
        this.records = records;
        this.forms = forms;
        this.pages = pages;
        this.names = names;
    }

    /** The empty form; side is the field of the other end. */
    AffiliationPages.Form blank(UUID customer, String side, MultiValueMap<String, String> typed) {
        Actor.current().require(NAME, Action.CREATE);
        known(customer);
        var wanted = side.equals("organisation") ? "organisation" : "person";
        var page = pages.blank(types.of(NAME), defaults(customer, wanted), typed);
        return new AffiliationPages.Form(customer, null, 0, wanted, page, null);
    }

    private static ObjectNode defaults(UUID customer, String side) {
        var values = Values.object();
        values.put(own(side), customer.toString());
        values.put("kind", "employment");
        return values;
    }

    private static String own(String side) {
        return side.equals("person") ? "organisation" : "person";
    }

    /** The form of an affiliation that exists. */
    AffiliationPages.Form form(UUID customer, UUID id) {
        var affiliation = affiliation(customer, id);
        Actor.current().require(NAME, Action.UPDATE);
        return form(customer, affiliation, pages.of(affiliation), null);
    }

    private static AffiliationPages.Form form(
            UUID customer, Snapshot affiliation, FormPage page, @Nullable String error) {
        var side = affiliation.text("person").equals(customer.toString()) ? "organisation" : "person";
        return new AffiliationPages.Form(customer, affiliation.id(), affiliation.version(), side, page, error);
    }

    /** Makes an affiliation; null when it is made, else the form with what is wrong. */
    AffiliationPages.@Nullable Form create(
            UUID customer, MultiValueMap<String, String> sent, HttpServletResponse response) {
        Actor.current().require(NAME, Action.CREATE);
        known(customer);
        var side = "organisation".equals(sent.getFirst("side")) ? "organisation" : "person";
        var read = pages.submission(types.of(NAME), sent);
        read.values().put(own(side), customer.toString());
        read.problems().remove(own(side));
        if (read.good()) {
            var other = name(read.values().path(side).asString(""));
            var saved = forms.create(NAME, Intent.of("affiliation.create", other), read.values());
            if (saved instanceof Saved.Done done) {
                say(response, "affiliation.saved", other, done.operation());
                return null;
            }
            if (saved instanceof Saved.Rejected rejected) {
                read.refused(rejected.problems());
            }
        }
        return again(customer, side, read);
    }

    private AffiliationPages.Form again(UUID customer, String side, Submission read) {
        var page = pages.again(types.of(NAME), defaults(customer, side), read);
        return new AffiliationPages.Form(customer, null, 0, side, page, page.problem());
    }

    /** Changes an affiliation; null when it is changed, else the form with what is wrong. */
    AffiliationPages.@Nullable Form save(
            UUID customer, UUID id, MultiValueMap<String, String> sent, HttpServletResponse response) {
        var affiliation = affiliation(customer, id);
        var read = pages.submission(types.of(NAME), sent);
        if (!read.good()) {
            return form(customer, affiliation, pages.again(affiliation, read), null);
        }
        int version = FormVersion.of(sent);
        var other = other(customer, affiliation);
        var saved = forms.update(NAME, id, version, Intent.of("affiliation.update", other), read.values());
        return switch (saved) {
            case Saved.Done done -> {
                say(response, "affiliation.saved", other, done.operation());
                yield null;
            }
            case Saved.Rejected rejected ->
                form(customer, affiliation, pages.again(affiliation, read.refused(rejected.problems())), null);
            case Saved.Clash clash -> {
                var row = clash.conflict().rows().getFirst();
                var words = Words.t(
                        "affiliation.clash",
                        row.who(),
                        row.theirs().label(),
                        row.theirs().text());
                yield form(customer, clash.conflict().current(), pages.again(affiliation, read), words);
            }
            case Saved.Gone gone -> throw new NotFound();
        };
    }

    /** Ends an affiliation today. */
    void end(UUID customer, UUID id, HttpServletResponse response) {
        var affiliation = affiliation(customer, id);
        var values = Values.object();
        values.put("endedOn", Formats.today().toString());
        var other = other(customer, affiliation);
        var saved = forms.update(NAME, id, affiliation.version(), Intent.of("affiliation.end", other), values);
        if (saved instanceof Saved.Rejected rejected) {
            throw new Refused(
                    "affiliation.end", Labels.problem(rejected.problems().getFirst()));
        }
        if (saved instanceof Saved.Done done) {
            say(response, "affiliation.ended", other, done.operation());
        }
    }

    /** Takes an affiliation away. */
    void remove(UUID customer, UUID id, HttpServletResponse response) {
        var other = other(customer, affiliation(customer, id));
        var done = records.write(Intent.of("affiliation.delete", other), w -> w.delete(NAME, id, null));
        say(response, "affiliation.removed", other, done.operation());
    }

    private static void say(HttpServletResponse response, String words, String other, @Nullable UUID operation) {
        if (operation != null) {
            Toasts.undoable(response, Words.t(words, other), operation);
        }
    }

    private String other(UUID customer, Snapshot affiliation) {
        var side = affiliation.text("person").equals(customer.toString()) ? "organisation" : "person";
        return name(affiliation.text(side));
    }

    private String name(String id) {
        if (id.isEmpty()) {
            return "";
        }
        var uuid = UUID.fromString(id);
        return names.names(CustomerDescription.NAME, List.of(uuid)).getOrDefault(uuid, "");
    }

    private void known(UUID customer) {
        if (records.find(CustomerDescription.NAME, customer).isEmpty()) {
            throw new NotFound();
        }
    }

    private Snapshot affiliation(UUID customer, UUID id) {
        known(customer);
        return records.find(NAME, id)
                .filter(a -> a.text("person").equals(customer.toString())
                        || a.text("organisation").equals(customer.toString()))
                .orElseThrow(NotFound::new);
    }
}
