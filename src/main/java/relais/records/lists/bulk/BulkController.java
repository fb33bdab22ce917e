package relais.records.lists.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.records.lists.ListAddress;
import relais.records.lists.ListState;
import relais.records.lists.ListStates;
import relais.records.lists.RecordMark;
import relais.records.types.Labels;
import relais.records.types.Snapshot;
import relais.records.work.Works;
import relais.ui.Ledger;
import relais.ui.Term;
import relais.ui.Toasts;
import relais.ui.Words;

/** Changes the chosen records of a list; many of them only after a look at what would happen. */
@Controller
class BulkController {
    private static final int LOOKED_AT = 50;

    private final ListStates states;
    private final Selection selection;
    private final Bulk bulk;
    private final BulkWords words;
    private final BulkActions actions;

    BulkController(ListStates states, Selection selection, Bulk bulk, BulkWords words, BulkActions actions) {
        this.states = states;
        this.selection = selection;
        this.bulk = bulk;
        this.words = words;
        this.actions = actions;
    }

    @PostMapping("/{plural:[a-z][a-z-]*}/bulk")
    @Nullable
    String change(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model) {
        var state = states.of(ListAddress.of(plural, form));
        if (BulkActions.meant(first(form, "change"))) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", actions.path(state, first(form, "change"), selection.of(state, form)));
            return null;
        }
        var change = BulkChange.of(state.type(), meant(form), first(form, "tag"));
        var chosen = selection.of(state, form);
        if ((chosen.size() > LOOKED_AT || form.containsKey("look")) && !form.containsKey("confirmed")) {
            model.addAttribute("page", preview(state, change, chosen, form));
            return "records/lists/bulk/preview";
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", done(state, change, chosen, form, response));
        return null;
    }

    /** Does it, at once or in the background; answers where to go. */
    private String done(
            ListState state,
            BulkChange change,
            Chosen chosen,
            MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var said = words.said(state.type(), change);
        var list = state.address().href();
        return switch (chosen) {
            case Chosen.These these -> {
                var done = bulk.run(state.type(), these.ids(), change, said);
                say(response, state, done.result(), done.operation());
                yield list;
            }
            case Chosen.Everything all ->
                Works.path(bulk.start(
                        state.type(), all, change, BulkTask.job(state, meant(form), first(form, "tag")), said, list));
        };
    }

    /** What is to be done; for any field a form names it and its value apart. */
    private static String meant(MultiValueMap<String, String> form) {
        var change = first(form, "change");
        return change.equals("edit") ? first(form, "field") + "=" + first(form, "value") : change;
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static void say(HttpServletResponse response, ListState state, Bulk.Tally tally, @Nullable UUID operation) {
        var one = Labels.object(state.type());
        var many = Labels.objects(state.type());
        if (operation == null) {
            Toasts.plain(response, Words.t("bulk.nothing"));
            return;
        }
        var sentence = Words.t("bulk.done", tally.changed(), one, many);
        if (tally.missed() > 0) {
            sentence += " " + Words.t("bulk.missed", tally.missed());
        }
        Toasts.undoable(response, sentence, operation);
    }

    private BulkPages.Preview preview(
            ListState state, BulkChange change, Chosen chosen, MultiValueMap<String, String> form) {
        var type = state.type();
        var seen = bulk.preview(type, chosen, change);
        var parts = new ArrayList<Term>();
        parts.add(new Term(seen.changed(), Words.t("bulk.term.changed"), ""));
        parts.add(new Term(seen.same(), Words.t("bulk.term.same"), ""));
        if (seen.sample() == 0) {
            parts.add(new Term(seen.excluded().all(), Words.t("bulk.term.excluded"), ""));
        }
        boolean delete = change instanceof BulkChange.Delete;
        int more = seen.changed() - seen.first().size();
        return new BulkPages.Preview(
                type.plural(),
                words.said(type, change),
                state.address().href(),
                new Ledger(Words.t("bulk.preview"), new Term(seen.all(), Words.t("bulk.term.all"), ""), parts),
                seen.first().stream().map(r -> line(state, change, r)).toList(),
                more > 0 ? Words.t("bulk.more", more) : "",
                words.reasons(seen.excluded()),
                seen.excluded().first().stream()
                        .map(o -> new BulkPages.Left(RecordMark.of(type, o.record()), words.reason(type, o)))
                        .toList(),
                seen.sample() > 0 && seen.excluded().all() > 0 ? Words.t("bulk.sample", seen.sample()) : "",
                delete,
                along(state, form),
                Words.t(
                        delete ? "bulk.verb.delete" : "bulk.verb",
                        seen.changed(),
                        Labels.object(type),
                        Labels.objects(type)));
    }

    private BulkPages.Line line(ListState state, BulkChange change, Snapshot row) {
        return new BulkPages.Line(
                RecordMark.of(state.type(), row),
                words.before(state.type(), change, row),
                words.after(state.type(), change, row));
    }

    private static List<Map.Entry<String, String>> along(ListState state, MultiValueMap<String, String> form) {
        var along = new ArrayList<>(state.address().without());
        for (var name : List.of("everything", "change", "field", "value", "tag", "id")) {
            form.getOrDefault(name, List.of()).forEach(v -> along.add(Map.entry(name, v)));
        }
        return along;
    }
}
